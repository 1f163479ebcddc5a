"""What is said of a deployment when an event at which a consumer fails is not kept as it should be."""

import json
from typing import Any, cast

import pytest

from infra.deployed import Deployed, Resource
from infra.local import failing_consumer
from infra.local.aws import Aws
from infra.local.failing_consumer import NAME, FailingConsumer
from infra.local.verify import IncompleteError, verify


class Emulator:
    """One that takes everything, and keeps of failures what it is told to."""

    def __init__(self, *kept: dict[str, Any]) -> None:
        self.asked: list[str] = []
        self._answers: dict[str, Any] = {
            "create_queue": {"QueueUrl": "queue"},
            "get_queue_attributes": {"Attributes": {"QueueArn": "queue"}},
            "get_role": {"Role": {"Arn": "role"}},
            "create_function": {"FunctionArn": "function"},
            "describe_stacks": {"Stacks": [{}]},
            "receive_message": {"Messages": [{"Body": json.dumps(letter)} for letter in kept]},
        }

    def client(self, _: str) -> Any:
        return self

    def __getattr__(self, operation: str) -> Any:
        def call(**_: Any) -> Any:
            self.asked.append(operation)
            return self._answers.get(operation)

        return call


DEPLOYED = Deployed(
    stack_id="stack",
    resources=tuple(
        Resource(stack="s", logical_id=name, type=it, physical_id=name)
        for it, name in (("AWS::Events::EventBus", "EventBus"), ("AWS::IAM::Role", "PublishEventsRole"))
    ),
)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failing_consumer, "PATIENCE_SECONDS", 0.2)


def problems(*kept: dict[str, Any]) -> list[str]:
    emulator = Emulator(*kept)
    with FailingConsumer(cast("Aws", emulator), DEPLOYED) as consumer:
        found = list(consumer.problems())
    assert {"delete_rule", "delete_function", "delete_queue"} <= set(emulator.asked)
    return found


def letter(words: str, source: str = NAME) -> dict[str, Any]:
    return {"requestPayload": {"source": source}, "responsePayload": {"errorMessage": words}}


def test_an_event_kept_after_three_tries_is_as_it_should_be() -> None:
    assert problems(letter("try 3")) == []


def test_one_that_is_lost_is_told() -> None:
    (told,) = problems()
    assert "is lost" in told


@pytest.mark.parametrize("kept", [letter("try 1"), letter("try 3", source="something else")])
def test_one_that_is_kept_otherwise_is_told(kept: dict[str, Any]) -> None:
    (told,) = problems(kept)
    assert "three tries" in told


def test_a_deployment_that_loses_what_fails_is_not_complete() -> None:
    nothing: dict[str, Any] = {"root": {"Resources": {}}}
    verify(cast("Aws", Emulator(letter("try 3"))), DEPLOYED, nothing)
    with pytest.raises(IncompleteError, match="is lost"):
        verify(cast("Aws", Emulator()), DEPLOYED, nothing)
