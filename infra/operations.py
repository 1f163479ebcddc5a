"""What operators do to a running stack, on AWS or locally: timers, heads, dead letters."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from infra.deployed import Deployed

SHARDS: Final = list(range(8))
DEAD_LETTER_QUEUES: Final = (
    "FailedEventsQueue",
    "UnpublishedQueue",
    "AssignmentFailedQueue",
    "MailFailedQueue",
    "ProjectionFailedQueue",
)

FAILED_ON: Final = {
    "UnpublishedQueue": "RepublishQueue",
    "AssignmentFailedQueue": "AssignmentQueue",
    "MailFailedQueue": "MailQueue",
    "ProjectionFailedQueue": "ProjectionQueue",
}


class CannotReplayError(Exception):
    """The message names records but does not hold them."""


class Clients(Protocol):
    def client(self, service: str) -> Any: ...


def adopt(clients: Clients, deployed: Deployed) -> None:
    """One sweep now: every timer that is due, or soon will be, gets its execution."""
    clients.client("stepfunctions").start_execution(
        stateMachineArn=deployed.id_of("AWS::StepFunctions::StateMachine", "SweepTimersMachine"),
        input=json.dumps({"shards": SHARDS}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    queue: str
    url: str
    receipt: str
    body: dict[str, Any]
    group: str | None = None

    @property
    def function(self) -> str | None:
        """The function that failed, when Lambda itself put the letter here."""
        arn = self.body.get("requestContext", {}).get("functionArn", "")
        return arn.split(":")[6] if arn else None

    @property
    def reason(self) -> str:
        context = self.body.get("requestContext", {})
        payload = self.body.get("responsePayload") or {}
        return str(payload.get("errorMessage") or context.get("condition") or "")


def dead_letters(clients: Clients, deployed: Deployed) -> Iterator[DeadLetter]:
    """All messages of the queues for what failed; they stay invisible to others for a minute. Without mail in there is
    no queue for that.
    """
    sqs = clients.client("sqs")
    urls = {it.logical_id: it.physical_id for it in deployed.all("AWS::SQS::Queue")}
    for queue, url in ((queue, urls[queue]) for queue in DEAD_LETTER_QUEUES if queue in urls):
        request = {"QueueUrl": url, "MaxNumberOfMessages": 10, "VisibilityTimeout": 60}
        while messages := sqs.receive_message(**request, AttributeNames=["MessageGroupId"]).get("Messages"):
            for message in messages:
                yield DeadLetter(
                    queue=queue,
                    url=url,
                    receipt=message["ReceiptHandle"],
                    body=_body(message["Body"]),
                    group=message.get("Attributes", {}).get("MessageGroupId"),
                )


def _body(text: str) -> dict[str, Any]:
    """What is no letter stands among them as one that says nothing."""
    try:
        body = json.loads(text)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def replay(clients: Clients, deployed: Deployed, letter: DeadLetter) -> None:
    """Give it to whoever failed, once more, and take it off the queue. Raises CannotReplayError."""
    if not letter.body:
        raise CannotReplayError("It cannot be read.")
    if "DDBStreamBatchInfo" in letter.body:
        batch = letter.body["DDBStreamBatchInfo"]
        raise CannotReplayError(
            f"{batch.get('batchSize')} stream records from {batch.get('approximateArrivalOfFirstRecord')} on: "
            "the stream has them for a day. Look for their tickets by time."
        )
    if letter.function and "requestPayload" in letter.body:
        _invoke(clients, letter)
    elif letter.queue in FAILED_ON:
        _send(clients, deployed, FAILED_ON[letter.queue], letter)
    elif str(letter.body.get("source", "")).startswith("aws."):
        raise CannotReplayError("It came from AWS, which alone puts such events on a bus.")
    else:
        _put_on_bus(clients, deployed, letter.body)
    clients.client("sqs").delete_message(QueueUrl=letter.url, ReceiptHandle=letter.receipt)


def _invoke(clients: Clients, letter: DeadLetter) -> None:
    clients.client("lambda").invoke(
        FunctionName=letter.function,
        InvocationType="Event",
        Payload=json.dumps(letter.body["requestPayload"]).encode(),
    )


def _send(clients: Clients, deployed: Deployed, queue: str, letter: DeadLetter) -> None:
    """To the queue it failed on; a FIFO message keeps its group, and its receipt makes it a new one."""
    request = {"QueueUrl": deployed.id_of("AWS::SQS::Queue", queue), "MessageBody": json.dumps(letter.body)}
    if letter.group:
        request |= {"MessageGroupId": letter.group, "MessageDeduplicationId": letter.receipt[-100:]}
    clients.client("sqs").send_message(**request)


def _put_on_bus(clients: Clients, deployed: Deployed, event: dict[str, Any]) -> None:
    """An event that EventBridge itself could not deliver goes back on the bus; consumers know what they did."""
    entry = {
        "EventBusName": deployed.id_of("AWS::Events::EventBus"),
        "Source": event["source"],
        "DetailType": event["detail-type"],
        "Detail": json.dumps(event["detail"]),
    }
    clients.client("events").put_events(Entries=[entry])
