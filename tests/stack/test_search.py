"""What is written is found, through the deployed stack with IAM enforced."""

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, opened
from tests.stack.test_local_operators import helpdesk

pytestmark = pytest.mark.stack


def found(stack: LocalStack, question: str, by: str = AGENT) -> list[str]:
    answer = stack.client(by).get("/api/search", params={"q": question})
    assert answer.status_code == 200, answer.text
    return [item["id"] for item in answer.json()["items"]]


def test_a_ticket_is_found_soon_after_its_change_and_by_who_may_see_it(stack: LocalStack):
    number = opened(stack, "Heliograph out of order", requester="requester@demo.example")
    wait_until(lambda: found(stack, "heliographs") == [number], PATIENCE, lambda: str(found(stack, "")))
    assert found(stack, "heliograph", by="requester@demo.example") == [number]
    note = {"body": "The mirror is upside down", "visibility": "internal"}
    assert stack.client(AGENT).post(f"/api/tickets/{number}/messages", json=note).status_code == 201
    wait_until(lambda: found(stack, '"mirror is upside"') == [number], PATIENCE)
    assert found(stack, "mirror", by="requester@demo.example") == []


def test_indexes_are_made_anew_while_the_desk_works_on(stack: LocalStack):
    number = opened(stack, "Astrolabe lost")
    wait_until(lambda: found(stack, "astrolabe") == [number], PATIENCE)
    assert "made: " in helpdesk(stack, "rebuild", "--search")
    assert found(stack, "astrolabe") == [number]
