"""Deploy the product's template to the emulator by its CloudFormation."""

import time
from collections.abc import Iterator
from typing import Any, Final

from botocore.exceptions import ClientError

from infra import deployed as deployed_stack
from infra import templates
from infra.local import moved
from infra.local.aws import Aws
from infra.local.package import BUCKET, Packager
from infra.local.settings import MAIL_DOMAIN, MAIL_IN_DOMAINS, REGION, REPLY_DOMAIN, ROOT, STACK, Settings
from infra.templates import Template

TEMPLATE: Final = ROOT / "template.yaml"
PATIENCE_SECONDS: Final = 180.0


class DeployError(Exception):
    """The stack did not come up; the message names the resources that failed."""


def deploy(settings: Settings, aws: Aws) -> dict[str, Template]:
    """Create or update the stack; answers the translated templates by their address."""
    s3 = aws.client("s3")
    if BUCKET not in {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}:
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    packager = Packager(s3, settings.gateway_url)
    url = packager.upload_template(TEMPLATE)
    cloudformation = aws.client("cloudformation")
    if not _exists(cloudformation):
        cloudformation.create_stack(**_request(settings, url))
    else:
        if moved.is_moved(deployed_stack.read(cloudformation, STACK), packager.templates):
            _update(cloudformation, _request(settings, packager.upload(moved.kept(packager.templates[url]))))
            _wait(cloudformation)
        _update(cloudformation, _request(settings, url))
    _wait(cloudformation)
    _forget_in_time(aws)
    return packager.templates


def _request(settings: Settings, url: str) -> dict[str, Any]:
    return {
        "StackName": STACK,
        "TemplateURL": url,
        "Parameters": _parameters(settings),
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
    }


def _update(cloudformation: Any, request: dict[str, Any]) -> None:
    try:
        cloudformation.update_stack(**request)
    except ClientError as error:
        if "No updates are to be performed" not in str(error):
            raise


def _forget_in_time(aws: Aws) -> None:
    """The emulator overlooks the time to live of a global table."""
    dynamodb = aws.client("dynamodb")
    for table in dynamodb.list_tables()["TableNames"]:
        if dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]["TimeToLiveStatus"] != "ENABLED":
            wanted = {"AttributeName": "expires_at", "Enabled": True}
            dynamodb.update_time_to_live(TableName=table, TimeToLiveSpecification=wanted)


def _parameters(settings: Settings) -> list[dict[str, str]]:
    """The local answer to those parameters that the template has."""
    values = {
        "Prefix": STACK,
        "SiteUrl": settings.site_url,
        "MailFrom": settings.mail_from,
        "MailDomain": MAIL_DOMAIN,
        "ReplyDomain": REPLY_DOMAIN,
        "MailInDomains": ",".join(MAIL_IN_DOMAINS),
        "Protect": "false",
        "AllowPasswordAuth": "true",
    }
    declared = templates.read(TEMPLATE)["Parameters"]
    return [{"ParameterKey": key, "ParameterValue": value} for key, value in values.items() if key in declared]


def _exists(cloudformation: Any) -> bool:
    """A stack whose creation failed is removed first: it cannot be updated."""
    try:
        status = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]["StackStatus"]
    except ClientError:
        return False
    if status in ("ROLLBACK_COMPLETE", "CREATE_FAILED", "ROLLBACK_FAILED"):
        cloudformation.delete_stack(StackName=STACK)
        time.sleep(1)
        return False
    return bool(status != "DELETE_COMPLETE")


def _wait(cloudformation: Any) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        status = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            break
        time.sleep(0.1)
    if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        raise DeployError(f"The stack is {status}:\n" + "\n".join(_failures(cloudformation, STACK)))


def _failures(cloudformation: Any, stack: str) -> Iterator[str]:
    for event in reversed(cloudformation.describe_stack_events(StackName=stack)["StackEvents"]):
        if not event["ResourceStatus"].endswith("_FAILED"):
            continue
        yield f"  {event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}"
        nested = event.get("PhysicalResourceId") or ""
        if event["ResourceType"] == "AWS::CloudFormation::Stack" and nested not in (
            "",
            stack,
            event["StackId"],
        ):
            yield from _failures(cloudformation, nested)
