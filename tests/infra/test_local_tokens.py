"""Tasks on the emulator's engine, as corrected: those with a token end in time, and others hand over and go on."""

import threading
from typing import Any

import pytest
from ministack.services import lambda_svc, stepfunctions

from infra.local.emulator import executions

WAITS = {
    "Type": "Task",
    "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
    "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token", "fails.$": "$.fails"}},
    "TimeoutSecondsPath": "$.wait",
    "ResultPath": None,
    "Catch": [
        {"ErrorEquals": ["States.Timeout"], "ResultPath": None, "Next": "Late"},
        {"ErrorEquals": ["States.ALL"], "ResultPath": None, "Next": "Failed"},
    ],
    "Next": "Answered",
}


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the function was invoked with. The corrections end with the test."""
    events: list[dict[str, Any]] = []

    def invoke(_: str, event: dict[str, Any]) -> None:
        events.append(event)
        if event["fails"]:
            raise stepfunctions._ExecutionError("Broken", "It broke")

    for name, stock in list(vars(stepfunctions).items()):
        monkeypatch.setattr(stepfunctions, name, stock)
    monkeypatch.setattr(stepfunctions, "_call_lambda", invoke)
    monkeypatch.setattr(stepfunctions, "_resolve_lambda_function_ref", lambda name, **_: name)
    executions.correct()
    return events


def run(**given: Any) -> str:
    """The state that follows."""
    context = {"State": {"Name": "AwaitAnswer"}, "StateMachine": {"Name": "escalation"}, "Execution": {}}
    output, following = stepfunctions._execute_task(WAITS, given, {"events": []}, context)
    assert output == given
    return str(following)


def test_a_wait_without_an_answer_ends_after_the_seconds_of_its_input(called: list[dict[str, Any]]):
    assert run(wait=1, fails=False) == "Late"
    assert len(called) == 1


def test_a_function_that_fails_fails_its_task(called: list[dict[str, Any]]):
    assert run(wait=60, fails=True) == "Failed"


def test_an_answer_ends_the_wait(called: list[dict[str, Any]]):
    def answer() -> None:
        token = stepfunctions._task_tokens[called[0]["token"]]
        token["result"] = "{}"
        token["event"].set()

    threading.Timer(0.3, answer).start()
    assert run(wait=60, fails=False) == "Answered"


def test_a_map_runs_no_more_at_once_than_its_input_says(called: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch):
    """The engine reads a number alone, and without one starts all at once."""
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(stepfunctions, "_run_map_items", lambda state, *_: given.append(state) or ({}, None))
    state = {"Type": "Map", "MaxConcurrencyPath": "$.side_by_side", "End": True}
    stepfunctions._execute_map(state, {"side_by_side": 4}, {"events": []}, {"State": {"Name": "Walk"}})
    assert [each["MaxConcurrency"] for each in given] == [4]


def test_an_event_that_is_handed_over_is_not_waited_for(called: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch):
    handed: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(lambda_svc, "_get_func_record_for_ref", lambda name: (name, {}, name))
    monkeypatch.setattr(lambda_svc, "_execution_record_for_config", lambda function, _: function)
    monkeypatch.setattr(lambda_svc, "invoke_async_with_retry", lambda function, event: handed.append((function, event)))
    given = {"FunctionName": "f", "InvocationType": "Event", "Payload": {"fails": True}}
    assert stepfunctions._invoke_resource("arn:aws:states:::lambda:invoke", given)["StatusCode"] == 202
    assert (handed, called) == ([("f", {"fails": True})], [])
    waited = {"FunctionName": "f", "Payload": {"fails": False}}
    stepfunctions._invoke_resource("arn:aws:states:::lambda:invoke", waited)
    assert called == [{"fails": False}]
