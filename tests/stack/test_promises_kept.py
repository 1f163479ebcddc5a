"""Time passes: warnings, breaches and escalation on a stack whose clock runs 240 times as fast."""

from typing import Any

import pytest
from helpdesk.core.clocks.rules.ledger import step_key

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, SECOND_LEVEL, ticket, types

pytestmark = pytest.mark.stack
URGENT = {"impact": "high", "urgency": "high", "description": "Nothing works.", "requester": "boss@home.example"}


def opened(stack: LocalStack, subject: str) -> str:
    return str(stack.client(AGENT).post("/api/tickets", json={"subject": subject, **URGENT}).json()["id"])


def test_an_unanswered_ticket_breaches_on_time_and_is_found_at_the_next_level(fast: LocalStack):
    number = wait_until(lambda: not_late(fast, opened(fast, "Unanswered")))
    promise = first_promise(fast, number)
    seen = wait_until(lambda: (found := ticket(fast, number))["level"] == "L2" and found, PATIENCE, lambda: number)
    assert told(seen, promise) == ["ClockWarned", "ClockBreached"]
    breached = next(entry for entry in seen["timeline"] if entry["type"] == "ClockBreached")
    assert breached["at"] >= promise["due_at"]

    queue = fast.client(SECOND_LEVEL).get("/api/tickets?team=it-operations").json()["items"]
    assert number in [card["id"] for card in queue]
    wait_until(lambda: ticket(fast, number)["assignee"], PATIENCE, lambda: "nobody of the second level got it")


def test_an_answered_ticket_is_left_in_peace(fast: LocalStack):
    number = opened(fast, "Answered")
    path = f"/api/tickets/{number}"
    fast.client(AGENT).post(f"{path}/messages", json={"body": "Solved it.", "visibility": "public", "state": "solved"})
    later = opened(fast, "Later")
    wait_until(lambda: "ClockBreached" in types(ticket(fast, later)), PATIENCE, lambda: later)
    assert "ClockBreached" not in types(ticket(fast, number))


def test_timers_armed_before_a_restart_ring_after_it(fast: LocalStack):
    number = wait_until(lambda: not_late(fast, opened(fast, "Across a restart")))
    promise = first_promise(fast, number)
    fast.restart()
    # On a busy machine a start takes so long that the next level's promise is broken, too.
    seen = wait_until(
        lambda: "TicketEscalated" in types(f := ticket(fast, number)) and f, PATIENCE, lambda: str(ticket(fast, number))
    )
    assert told(seen, promise).count("ClockBreached") == 1
    assert next(e for e in seen["timeline"] if e["type"] == "TicketEscalated")["data"]["level"] == "L2"


def first_promise(stack: LocalStack, number: str) -> dict[str, Any]:
    clocks: list[dict[str, Any]] = ticket(stack, number)["clocks"]
    return next(clock for clock in clocks if clock["clock"] == "first_response")


def told(seen: dict[str, Any], promise: dict[str, Any]) -> list[str]:
    """What was told of one promise; that of the next level may be broken, too, before one looks."""
    of_it = step_key(promise["clock"], promise["generation"], "")
    return [entry["type"] for entry in seen["timeline"] if str(entry["data"].get("step", "")).startswith(of_it)]


def not_late(stack: LocalStack, number: str) -> str:
    """Its number, unless the machine is so busy that half an hour of the product went by before it could be read."""
    return "" if "ClockBreached" in types(ticket(stack, number)) else number


def test_a_fact_that_cannot_be_published_holds_up_nobody_and_is_kept(fast: LocalStack):
    good = opened(fast, "Good neighbour")
    item = {"pk": {"S": f"T#{good}"}, "sk": {"S": "E#00000099#poison"}, "entry": {"S": "not an entry"}}
    fast.aws("dynamodb").put_item(TableName="helpdesk-helpdesk", Item=item)
    after = opened(fast, "After the poison")
    fast.wait_for_mail("boss@home.example", after)

    wait_until(
        lambda: waiting(fast, "republish") + waiting(fast, "unpublished"), PATIENCE, lambda: "the poison is in no queue"
    )


def waiting(stack: LocalStack, queue: str) -> int:
    """Messages in a queue, those being tried again included."""
    url = stack.aws("sqs").get_queue_url(QueueName=f"helpdesk-{queue}")["QueueUrl"]
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    answer = stack.aws("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=names)
    return sum(int(answer["Attributes"][name]) for name in names)
