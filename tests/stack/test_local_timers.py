"""Timers over a crash: what fell due while the stack was down rings at the next start, and once."""

import time

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until

pytestmark = pytest.mark.stack
REQUESTER = "requester@demo.example"
LEAD = "lead@demo.example"


def test_a_breach_that_fell_due_while_the_stack_was_down_comes_once(tmp_path_factory: pytest.TempPathFactory):
    """A quarter of an hour of product time passes in three seconds; the stack is down for longer."""
    stack = LocalStack(tmp_path_factory.mktemp("timers") / "data", clock="2026-11-23T09:00:00Z,300").start()
    try:
        draft = {"subject": "Reactor too warm", "description": "Much.", "impact": "high", "urgency": "high"}
        ticket_id = stack.client(REQUESTER).post("/api/tickets", json=draft).json()["id"]
        wait_until(lambda: shown(stack, ticket_id)["assignee"])
        time.sleep(6)  # longer than a snapshot may be old
        stack.kill9()
        time.sleep(4)
        stack.start()
        wait_until(lambda: breaches(stack, ticket_id), PATIENCE, lambda: str(shown(stack, ticket_id)))
        time.sleep(2)
        assert breaches(stack, ticket_id).count("first_response") == 1
    finally:
        stack.stop()


def shown(stack: LocalStack, ticket_id: str) -> dict:
    return stack.client(LEAD).get(f"/api/tickets/{ticket_id}").json()


def breaches(stack: LocalStack, ticket_id: str) -> list[str]:
    timeline = shown(stack, ticket_id)["timeline"]
    return [entry["data"]["clock"] for entry in timeline if entry["type"] == "ClockBreached"]
