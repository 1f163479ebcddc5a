"""The deployed roles hold: what the tables in tests/infra do not allow is refused."""

from typing import Any

import boto3
import httpx
import pytest
from botocore.exceptions import ClientError

from infra import deployed as deployed_stack
from infra.deployed import Deployed
from infra.local.settings import REGION, STACK
from tests.stack.local_stack import PATIENCE, LocalStack

pytestmark = pytest.mark.stack

TABLE = f"{STACK}-helpdesk"
KEY = {"pk": {"S": "T#none"}, "sk": {"S": "H"}}


@pytest.fixture(scope="module")
def deployed(stack: LocalStack) -> Deployed:
    return deployed_stack.read(stack.aws("cloudformation"), STACK)


def acting_as(stack: LocalStack, deployed: Deployed, function: str, service: str) -> Any:
    """A client with the credentials this function gets."""
    role = deployed.id_of("AWS::IAM::Role", f"{function}Role")
    account = stack.aws("sts").get_caller_identity()["Account"]
    answer = stack.aws("sts").assume_role(RoleArn=f"arn:aws:iam::{account}:role/{role}", RoleSessionName=function)
    credentials = answer["Credentials"]
    return boto3.client(
        service,
        endpoint_url=stack.gateway_url,
        region_name=REGION,
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def refused(call: Any, **arguments: Any) -> bool:
    try:
        call(**arguments)
    except ClientError as error:
        return "AccessDenied" in error.response["Error"]["Code"]
    return False


def test_a_timer_reads_and_writes_tickets_but_deletes_nothing(stack: LocalStack, deployed: Deployed):
    dynamodb = acting_as(stack, deployed, "RingTimer", "dynamodb")
    assert not refused(dynamodb.get_item, TableName=TABLE, Key=KEY)
    assert refused(dynamodb.delete_item, TableName=TABLE, Key=KEY)
    assert refused(dynamodb.scan, TableName=TABLE)
    assert refused(dynamodb.get_item, TableName=f"{STACK}-ephemeral", Key=KEY)


def test_pushing_to_browsers_reads_no_tickets(stack: LocalStack, deployed: Deployed):
    dynamodb = acting_as(stack, deployed, "PushToBrowsers", "dynamodb")
    assert refused(dynamodb.get_item, TableName=TABLE, Key=KEY)


def test_only_publish_events_speaks_on_the_bus(stack: LocalStack, deployed: Deployed):
    entry = {"EventBusName": STACK, "Source": "helpdesk.test", "DetailType": "Nothing", "Detail": "{}"}
    assert not refused(acting_as(stack, deployed, "PublishEvents", "events").put_events, Entries=[entry])
    for function in ("TicketsApi", "NotifyPeople", "ArmTimer"):
        assert refused(acting_as(stack, deployed, function, "events").put_events, Entries=[entry]), function


def test_the_portal_writes_uploads_but_not_what_was_kept(stack: LocalStack, deployed: Deployed):
    s3 = acting_as(stack, deployed, "PortalApi", "s3")
    bucket = deployed.id_of("AWS::S3::Bucket", "AttachmentsBucket")
    assert not refused(s3.put_object, Bucket=bucket, Key="incoming/x", Body=b"x")
    assert refused(s3.put_object, Bucket=bucket, Key="clean/x", Body=b"x")
    assert refused(s3.get_object, Bucket=bucket, Key="incoming/x")


def test_the_api_s_own_address_is_closed(stack: LocalStack, deployed: Deployed):
    api = deployed.id_of("AWS::ApiGatewayV2::Api", "HttpApi")
    address = f"{stack.gateway_url}/_aws/execute-api/{api}/$default/api/portal/form"
    token = {"x-origin-token": deployed.origin_token}
    assert httpx.get(address, timeout=PATIENCE).status_code == 403
    assert httpx.get(address, headers={"x-origin-token": "guess"}, timeout=PATIENCE).status_code == 403
    assert httpx.get(address, headers=token, timeout=PATIENCE).status_code == 200
