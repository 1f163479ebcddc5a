"""A consumer of the bus that always fails, to see that its event is tried three times and then kept.

The emulator itself calls a consumer once and forgets the event; mail and timers would be lost by any fault.
"""

import io
import json
import time
import zipfile
from collections.abc import Iterator
from typing import Any, Final, Self

from infra.deployed import Deployed
from infra.local.aws import Aws

NAME: Final = "failing-consumer"
PATIENCE_SECONDS: Final = 20
LAST_WORDS: Final = "try 3"
CODE: Final = """
tries = 0

def handler(event, context):
    global tries
    tries += 1
    raise RuntimeError(f"try {tries}")
"""


class FailingConsumer:
    """Has its event from the beginning; what is wrong with where it went can be asked once."""

    def __init__(self, aws: Aws, deployed: Deployed) -> None:
        self._aws = aws
        self._bus = deployed.id_of("AWS::Events::EventBus")
        self._role = deployed.id_of("AWS::IAM::Role", "PublishEventsRole")

    def __enter__(self) -> Self:
        sqs, functions, events = (self._aws.client(it) for it in ("sqs", "lambda", "events"))
        self._queue = sqs.create_queue(QueueName=NAME)["QueueUrl"]
        queue = sqs.get_queue_attributes(QueueUrl=self._queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        function = functions.create_function(
            FunctionName=NAME,
            Runtime="python3.13",
            Handler="app.handler",
            Role=self._aws.client("iam").get_role(RoleName=self._role)["Role"]["Arn"],
            Code={"ZipFile": _zipped(CODE)},
        )["FunctionArn"]
        functions.put_function_event_invoke_config(
            FunctionName=NAME, Qualifier="$LATEST", DestinationConfig={"OnFailure": {"Destination": queue}}
        )
        events.put_rule(Name=NAME, EventBusName=self._bus, EventPattern=json.dumps({"source": [NAME]}))
        events.put_targets(Rule=NAME, EventBusName=self._bus, Targets=[{"Id": NAME, "Arn": function}])
        event = {"EventBusName": self._bus, "Source": NAME, "DetailType": "Nothing", "Detail": "{}"}
        events.put_events(Entries=[event])
        return self

    def __exit__(self, *_: object) -> None:
        sqs, functions, events = (self._aws.client(it) for it in ("sqs", "lambda", "events"))
        events.remove_targets(Rule=NAME, EventBusName=self._bus, Ids=[NAME])
        events.delete_rule(Name=NAME, EventBusName=self._bus)
        functions.delete_function(FunctionName=NAME)
        sqs.delete_queue(QueueUrl=self._queue)

    def problems(self) -> Iterator[str]:
        letter = self._letter()
        if letter is None:
            yield "what a consumer of the bus fails at is lost"
        elif letter["requestPayload"]["source"] != NAME or letter["responsePayload"]["errorMessage"] != LAST_WORDS:
            yield f"what a consumer of the bus fails at is not kept after three tries but as {letter}"

    def _letter(self) -> Any:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            found = self._aws.client("sqs").receive_message(QueueUrl=self._queue, WaitTimeSeconds=1)
            for message in found.get("Messages", []):
                return json.loads(message["Body"])
        return None


def _zipped(code: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("app.py", code)
    return packed.getvalue()
