"""The project's own templates made real under moto."""

import copy
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import botocore.client
import yaml
from helpdesk.assembly import desk as runtime
from helpdesk.assembly.memory import REGION
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.environment import environment
from helpdesk.foundation.platform.memory.clock import SettableClock
from moto import mock_aws
from moto.backends import get_backend
from moto.core import DEFAULT_ACCOUNT_ID

from infra import templates
from tests.aws_calls import AwsCalls
from tests.quick_moto import made_once

ROOT: Final = Path(__file__).resolve().parents[1]
PREFIX: Final = "helpdesk"
BUCKET: Final = "helpdesk-attachments"
MAIL_BUCKET: Final = "helpdesk-mail"
MAIL_DOMAIN: Final = "desk.example"


def _resources(template: str) -> dict[str, Any]:
    return templates.read(ROOT / "infra" / f"{template}.yaml")["Resources"]


def _named(value: Any) -> str:
    return str(value["Fn::Sub"] if isinstance(value, dict) else value).replace("${Prefix}", PREFIX)


@contextmanager
def aws() -> Iterator[AwsCalls]:
    """AWS with everything the templates make, and the environment that functions are given."""
    calls, make = AwsCalls(), botocore.client.BaseClient._make_api_call
    kept = dict(os.environ)
    os.environ.update(AWS_REGION=REGION, AWS_DEFAULT_REGION=REGION)
    botocore.client.BaseClient._make_api_call = lambda *call: calls(make, *call)
    try:
        with mock_aws():
            os.environ.update(made_once(_everything))
            _forget()
            yield calls
    finally:
        botocore.client.BaseClient._make_api_call = make
        os.environ.clear()
        os.environ.update(kept)
        _forget()


def _forget() -> None:
    environment.cache_clear()
    runtime.desk.cache_clear()


def aws_desk(clock: SettableClock) -> Desk:
    """The desk as a function has it, but for its time."""
    kept, runtime.ProductClock = runtime.ProductClock, lambda _: clock
    try:
        runtime.desk.cache_clear()
        return runtime.desk()
    finally:
        runtime.ProductClock = kept


def _everything() -> dict[str, str]:
    for table in ("HelpdeskTable", "EphemeralTable"):
        _create_table(_resources("data")[table]["Properties"])
    location = {"LocationConstraint": REGION}
    for bucket in (BUCKET, MAIL_BUCKET):
        aws_client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration=location)
    aws_client("events").create_event_bus(Name=PREFIX)
    aws_client("sesv2").create_email_identity(EmailIdentity=MAIL_DOMAIN)
    secret = aws_client("secretsmanager").create_secret(
        Name="links", SecretString=json.dumps({"kid": "1", "key": "a key that only tests know"})
    )
    queues = _queues()
    return {
        "TABLE": f"{PREFIX}-helpdesk",
        "EPHEMERAL_TABLE": f"{PREFIX}-ephemeral",
        "BUS": PREFIX,
        "REPUBLISH_QUEUE_URL": queues["RepublishQueue"],
        "ASSIGNMENT_QUEUE_URL": queues["AssignmentQueue"],
        "TIMER_ARN": _state_machine("ticket_timer"),
        "RECOMPUTE_ARN": _state_machine("recompute_clocks"),
        "RECOMPUTE_SIDE_BY_SIDE": "4",
        "ESCALATION_ARN": _state_machine("escalation"),
        "RETRY_WEBHOOK_ARN": _state_machine("retry_webhook"),
        "SEND_BRIEFING_ARN": _state_machine("send_briefing"),
        "BUCKET": BUCKET,
        "MAIL_BUCKET": MAIL_BUCKET,
        "MAIL_QUEUE_URL": queues["MailQueue"],
        "SITE_URL": f"https://{MAIL_DOMAIN}",
        "MAIL_FROM": f"help@{MAIL_DOMAIN}",
        "MAIL_CONFIGURATION": PREFIX,
        "REPLY_DOMAIN": MAIL_DOMAIN,
        "MAIL_IN_DOMAINS": f"{MAIL_DOMAIN},billing.example",
        "LINK_SECRET_ARN": secret["ARN"],
        "ORIGIN_TOKEN": "from-the-edge",
        "POWERTOOLS_SERVICE_NAME": "helpdesk",
        "POWERTOOLS_METRICS_NAMESPACE": "Helpdesk",
        "LIVE_ENDPOINT": f"https://live.execute-api.{REGION}.amazonaws.com/live",
    }


def _create_table(properties: dict[str, Any]) -> None:
    """A global table is, in one region, a table with a stream."""
    stream = properties.get("StreamSpecification")
    wanted = {
        name: properties[name]
        for name in ("KeySchema", "AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes")
        if name in properties
    }
    if stream:
        wanted["StreamSpecification"] = {"StreamEnabled": True, **stream}
    aws_client("dynamodb").create_table(TableName=_named(properties["TableName"]), **wanted)


def _queues() -> dict[str, str]:
    """Every queue of the templates: its address by its logical id."""
    found = {
        name: resource["Properties"]
        for template in ("bus", "assignment", "mail")
        for name, resource in _resources(template).items()
        if resource["Type"] == "AWS::SQS::Queue"
    }
    urls: dict[str, str] = {}
    # Those that others name as their last resort come first.
    for name in sorted(found, key=lambda name: "RedrivePolicy" in found[name]):
        urls[name] = _create_queue(found[name], urls)
    return urls


def _create_queue(properties: dict[str, Any], urls: dict[str, str]) -> str:
    attributes = {
        name: properties[name] if isinstance(properties[name], str) else str(properties[name]).lower()
        for name in ("FifoQueue", "DeduplicationScope", "VisibilityTimeout", "MessageRetentionPeriod")
        if name in properties
    }
    if redrive := properties.get("RedrivePolicy"):
        last_resort = urls[redrive["deadLetterTargetArn"]["Fn::GetAtt"][0]]
        arn = aws_client("sqs").get_queue_attributes(QueueUrl=last_resort, AttributeNames=["QueueArn"])
        attributes["RedrivePolicy"] = json.dumps({**redrive, "deadLetterTargetArn": arn["Attributes"]["QueueArn"]})
    created = aws_client("sqs").create_queue(QueueName=_named(properties["QueueName"]), Attributes=attributes)
    return str(created["QueueUrl"])


def _state_machine(name: str) -> str:
    definition = yaml.safe_load((ROOT / "infra" / "workflows" / f"{name}.asl.yaml").read_text())
    created = aws_client("stepfunctions").create_state_machine(
        name=f"{PREFIX}-{name}",
        definition=json.dumps(definition),
        roleArn=f"arn:aws:iam::{DEFAULT_ACCOUNT_ID}:role/timers",
    )
    return str(created["stateMachineArn"])


def backend(service: str) -> Any:
    """What moto keeps of a service: looked at directly, because asking through the API costs more than the tests do."""
    return get_backend(service)[DEFAULT_ACCOUNT_ID][REGION]


def mails_sent() -> list[Any]:
    """What SES accepted, oldest first."""
    return list(backend("ses").sent_messages)


def written() -> list[dict[str, Any]]:
    """The records of the table's stream since it began."""
    shard = backend("dynamodb").tables[os.environ["TABLE"]].stream_shard
    return shard.get(shard.starting_sequence_number, len(shard.items))


def taken_from(queue: str) -> list[Any]:
    """Every message of a queue, gone from it."""
    taken, sqs = [], backend("sqs")
    while found := sqs.receive_message(queue, 10, 0, 60):
        taken += found
        for message in found:
            sqs.delete_message(queue, message.receipt_handle)
    return taken


def timers_started() -> list[dict[str, Any]]:
    machine = next(iter(backend("stepfunctions").state_machines))
    return [json.loads(execution.execution_input) for execution in machine.executions]


@dataclass(frozen=True)
class Moment:
    """Everything that was kept at one moment; going back to it is quicker than coming there again."""

    tables: dict[str, tuple[Any, Any]]
    timers: list[Any]
    mails: list[Any]


def now() -> Moment:
    return copy.deepcopy(
        Moment(
            tables={name: (table.items, _shard(table)) for name, table in backend("dynamodb").tables.items()},
            timers=[machine.executions for machine in backend("stepfunctions").state_machines],
            mails=backend("ses").sent_messages,
        )
    )


def go_back(moment: Moment) -> None:
    kept = copy.deepcopy(moment)
    for name, table in backend("dynamodb").tables.items():
        table.items, records = kept.tables[name]
        _shard(table)[:] = records
    for machine, executions in zip(backend("stepfunctions").state_machines, kept.timers, strict=True):
        machine.executions = executions
    backend("ses").sent_messages = kept.mails


def _shard(table: Any) -> list[Any]:
    return table.stream_shard.items if table.stream_shard else []
