"""Many tickets are changed through the deployed stack with IAM enforced: few at once, more by the state machine."""

from typing import Any

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, opened, ticket

pytestmark = pytest.mark.stack

PATH = "/api/bulk-changes"
MORE_THAN_A_PART = 26


def planned(stack: LocalStack, **wanted: Any) -> dict[str, Any]:
    answer = stack.client(AGENT).post(PATH, json=wanted)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def acted(stack: LocalStack, job: str, what: str) -> dict[str, Any]:
    answer = stack.client(AGENT).post(f"{PATH}/{job}/{what}")
    assert answer.is_success, answer.text
    made: dict[str, Any] = answer.json()
    return made


def done(stack: LocalStack, job: str) -> bool:
    return bool(stack.client(AGENT).get(f"{PATH}/{job}").json()["stage"] == "done")


def test_many_are_changed_part_by_part_and_taken_back(stack: LocalStack):
    numbers = [opened(stack, f"Sextant {at} is stuck") for at in range(MORE_THAN_A_PART)]
    before = ticket(stack, numbers[0])["priority"]
    to = "P2" if before != "P2" else "P3"
    job = planned(stack, tickets=numbers, change={"fields": {"priority": to}})
    assert job["preview"]["changed"] == MORE_THAN_A_PART
    assert ticket(stack, numbers[0])["priority"] == before
    assert acted(stack, job["id"], "start")["stage"] == "running"
    wait_until(lambda: done(stack, job["id"]), PATIENCE)
    assert {ticket(stack, number)["priority"] for number in numbers} == {to}

    back = acted(stack, job["id"], "undo")
    wait_until(lambda: done(stack, back["id"]), PATIENCE)
    assert {ticket(stack, number)["priority"] for number in numbers} == {before}
    assert [each["id"] for each in stack.client(AGENT).get(PATH).json()["items"]][:2] == [back["id"], job["id"]]


def test_those_that_a_question_finds_are_written_on_at_once(stack: LocalStack):
    number = opened(stack, "Orrery needs oil")
    note = {"message": {"body": "The oil is ordered.", "visibility": "internal"}}

    def found() -> dict[str, Any] | None:
        answer = stack.client(AGENT).post(PATH, json={"question": "orrery", "change": note})
        return answer.json() if answer.status_code == 201 else None

    wait_until(lambda: found() is not None, PATIENCE)
    job = found()
    assert job is not None
    assert (job["total"], acted(stack, job["id"], "start")["stage"]) == (1, "done")
    assert "The oil is ordered." in str(stack.client(AGENT).get(f"/api/tickets/{number}").json()["timeline"])
