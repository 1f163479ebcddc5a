"""What operators do to a running stack, on AWS or locally: timers, heads, dead letters."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from infra.deployed import Deployed

SHARDS: Final = list(range(8))
# Queue -> where its messages go when they are played again.
DEAD_LETTERS: Final = {"FailedEventsQueue": "lambda", "UnpublishedQueue": "RepublishQueue"}


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
    """All messages of the queues for what failed; they stay invisible to others for a minute."""
    sqs = clients.client("sqs")
    for queue in DEAD_LETTERS:
        url = deployed.id_of("AWS::SQS::Queue", queue)
        while True:
            messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=60).get("Messages")
            if not messages:
                break
            for message in messages:
                yield DeadLetter(
                    queue=queue, url=url, receipt=message["ReceiptHandle"], body=json.loads(message["Body"])
                )


def replay(clients: Clients, deployed: Deployed, letter: DeadLetter) -> None:
    """Give it to whoever failed, once more, and take it off the queue."""
    if letter.function:
        clients.client("lambda").invoke(
            FunctionName=letter.function,
            InvocationType="Event",
            Payload=json.dumps(letter.body["requestPayload"]).encode(),
        )
    elif letter.queue == "UnpublishedQueue":
        republish = deployed.id_of("AWS::SQS::Queue", DEAD_LETTERS[letter.queue])
        clients.client("sqs").send_message(QueueUrl=republish, MessageBody=json.dumps(letter.body))
    else:
        bus = deployed.id_of("AWS::Events::EventBus")
        clients.client("events").put_events(Entries=[_entry(bus, letter.body)])
    clients.client("sqs").delete_message(QueueUrl=letter.url, ReceiptHandle=letter.receipt)


def _entry(bus: str, event: dict[str, Any]) -> dict[str, Any]:
    """An event that EventBridge itself could not deliver goes back on the bus."""
    return {
        "EventBusName": bus,
        "Source": event["source"],
        "DetailType": event["detail-type"],
        "Detail": json.dumps(event["detail"]),
    }
