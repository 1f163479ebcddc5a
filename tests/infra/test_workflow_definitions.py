"""State machines decide when; they retry, give up visibly, end, and know nothing about help desks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from infra.templates import Template
from tests.infra.conftest import INFRA

DEFINITIONS = sorted((INFRA / "workflows").glob("*.asl.yaml"))
# Numbers about the machinery; any other number would be a rule of the business.
MACHINERY = {"TimeoutSeconds", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "MaxConcurrency"}
TRANSIENT = {
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
}

each_definition = pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: path.name)


def load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text())


def machines(definition: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The machine and those inside its maps."""
    yield definition
    for state in definition["States"].values():
        if "ItemProcessor" in state:
            yield from machines(state["ItemProcessor"])


def states(definition: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [it for machine in machines(definition) for it in machine["States"].values() if it["Type"] == kind]


def numbers(node: Any, key: str = "") -> Iterator[tuple[str, float]]:
    match node:
        case dict():
            for name, value in node.items():
                yield from numbers(value, name)
        case list():
            for value in node:
                yield from numbers(value, key)
        case int() | float() if not isinstance(node, bool):
            yield key, node


@each_definition
def test_every_task_retries_transient_faults_and_ends_in_time(path: Path):
    tasks = states(load(path), "Task")
    assert tasks
    for task in tasks:
        assert {error for retry in task["Retry"] for error in retry["ErrorEquals"]} >= TRANSIENT
        assert all(retry["BackoffRate"] > 1 for retry in task["Retry"])
        assert task.get("TimeoutSeconds", 0) > 0 or "TimeoutSecondsPath" in task


@each_definition
def test_what_cannot_be_retried_ends_in_a_named_failure(path: Path):
    definition = load(path)
    assert definition["TimeoutSeconds"] > 0
    outer = [it for it in definition["States"].values() if it["Type"] in {"Task", "Map", "Parallel"}]
    failures = {catch["Next"] for state in outer for catch in state["Catch"] if "States.ALL" in catch["ErrorEquals"]}
    assert all("States.ALL" in state["Catch"][-1]["ErrorEquals"] for state in outer)
    assert {_end(definition["States"], name) for name in failures} == {"Fail"}


def _end(states: dict[str, Any], name: str) -> str:
    """What is done about a failure may be one task, behind which it is a failure all the same."""
    state = states[name]
    return str(states[state["Next"]]["Type"] if state["Type"] == "Task" else state["Type"])


@each_definition
def test_no_thresholds_or_recipients(path: Path):
    assert {key for key, _ in numbers(load(path))} <= MACHINERY
    for wait in states(load(path), "Wait"):
        assert "SecondsPath" in wait
    assert "@" not in path.read_text()


@each_definition
def test_choices_only_follow_what_a_task_decided_or_that_one_failed(path: Path):
    for choice in states(load(path), "Choice"):
        for rule in choice["Choices"]:
            failed = rule["Variable"] == "$.failed[0]"
            assert set(rule) == {"Variable", "IsPresent" if failed else "BooleanEquals", "Next"}
        assert choice["Default"]


@each_definition
def test_a_part_of_a_map_that_fails_ends_none_of_the_others(path: Path):
    """A map ends all its parts with the first that fails, so none does: what they caught is looked at behind it."""
    for parts in states(load(path), "Map"):
        tasks = [it for it in parts["ItemProcessor"]["States"].values() if it["Type"] == "Task"]
        caught = [(catch["ErrorEquals"], catch["ResultPath"]) for task in tasks for catch in task["Catch"]]
        assert caught == [(["States.ALL"], "$.failed")] * len(tasks)
        assert parts["ResultSelector"]["failed.$"] == "$[*].failed"


def test_so_many_walk_at_once_as_the_stack_was_told():
    """An account may have ten executions in all; the engine refuses a number beside the path."""
    (walks,) = states(load(INFRA / "workflows/recompute_clocks.asl.yaml"), "Map")
    assert {it: walks[it] for it in walks if it.startswith("MaxConcurrency")} == {
        "MaxConcurrencyPath": "$.side_by_side"
    }


@each_definition
def test_states_are_reached_and_lead_somewhere(path: Path):
    for machine in machines(load(path)):
        names = {machine["StartAt"]}
        for state in machine["States"].values():
            names |= {state["Next"]} if "Next" in state else set()
            names |= {branch["Next"] for branch in (*state.get("Catch", []), *state.get("Choices", []))}
            names |= {state["Default"]} if "Default" in state else set()
            assert "Next" in state or state.get("End") or state["Type"] in {"Fail", "Succeed", "Choice"}
        assert names == set(machine["States"])


@each_definition
def test_placeholders_are_filled_and_used(nested: dict[str, Template], path: Path):
    (machine,) = [
        it["Properties"]
        for template in nested.values()
        for it in template["Resources"].values()
        if isinstance(it, dict)
        and it["Type"] == "AWS::Serverless::StateMachine"
        and it["Properties"]["DefinitionUri"] == f"workflows/{path.name}"
    ]
    used = set(re.findall(r"\$\{(\w+)\}", path.read_text()))
    assert used == set(machine["DefinitionSubstitutions"])
    for name, value in machine["DefinitionSubstitutions"].items():
        assert value == {"Fn::GetAtt": [name, "Arn"]}


def test_every_machine_has_its_file(nested: dict[str, Template]):
    written = {
        it["Properties"]["DefinitionUri"]
        for template in nested.values()
        for it in template["Resources"].values()
        if isinstance(it, dict) and it["Type"] == "AWS::Serverless::StateMachine"
    }
    assert written == {f"workflows/{path.name}" for path in DEFINITIONS}


def test_the_timer_is_wait_and_ring():
    """Two transitions and the end: most of what a ticket costs in Step Functions."""
    timer = load(INFRA / "workflows" / "ticket_timer.asl.yaml")
    assert [it["Type"] for it in timer["States"].values()] == ["Wait", "Task", "Fail"]


def test_the_sweep_is_express_and_the_timer_is_standard(nested: dict[str, Template]):
    """A standard sweep would cost three dollars a month standing still; an express timer could not wait."""
    resources = nested["timers"]["Resources"]
    assert resources["SweepTimersMachine"]["Properties"]["Type"] == "EXPRESS"
    assert "Type" not in resources["TicketTimerMachine"]["Properties"]
