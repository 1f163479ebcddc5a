"""Timers over a crash: what fell due while the stack was down rings at the next start, and once."""

import time
from datetime import datetime

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import LEAD

pytestmark = pytest.mark.stack
REQUESTER = "requester@demo.example"
SPEED = 120


def test_a_breach_that_fell_due_while_the_stack_was_down_comes_once(mortal: LocalStack):
    mortal.wait_for_snapshot()
    draft = {"subject": "Reactor too warm", "description": "Much.", "impact": "high", "urgency": "high"}
    ticket_id = mortal.client(REQUESTER).post("/api/tickets", json=draft).json()["id"]
    wait_until(lambda: shown(mortal, ticket_id)["assignee"])
    mortal.wait_for_snapshot()
    left = seconds_left(mortal, ticket_id)
    mortal.kill9()
    time.sleep(max(left, 0) + 1)
    mortal.start()
    wait_until(lambda: breaches(mortal, ticket_id), PATIENCE, lambda: str(shown(mortal, ticket_id)))
    time.sleep(2)
    assert breaches(mortal, ticket_id).count("first_response") == 1


def seconds_left(stack: LocalStack, ticket_id: str) -> float:
    """Until the first response is due, in real time."""
    due = next(clock["due_at"] for clock in shown(stack, ticket_id)["clocks"] if clock["clock"] == "first_response")
    now = stack.client().get("/api/health").json()["now"]
    return (datetime.fromisoformat(due) - datetime.fromisoformat(now)).total_seconds() / SPEED


def shown(stack: LocalStack, ticket_id: str) -> dict:
    return stack.client(LEAD).get(f"/api/tickets/{ticket_id}").json()


def breaches(stack: LocalStack, ticket_id: str) -> list[str]:
    timeline = shown(stack, ticket_id)["timeline"]
    return [entry["data"]["clock"] for entry in timeline if entry["type"] == "ClockBreached"]
