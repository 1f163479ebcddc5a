"""What a policy would have meant, through the deployed stack with IAM enforced: played by the state machine."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, opened, ticket

pytestmark = pytest.mark.stack

ADMIN = "admin@demo.example"
PATH = "/api/what-ifs"
HASTY = {"id": "hasty", "targets": {"first_response": {"*": {"seconds": 1, "business": False}}}}


def found(stack: LocalStack, words: str) -> bool:
    answer = stack.client(AGENT).get("/api/search", params={"q": words})
    return bool(answer.json()["total"])


def test_the_past_is_played_under_a_policy_that_nobody_saved(stack: LocalStack):
    number = opened(stack, "Planimeter drifts")
    before = ticket(stack, number)
    wait_until(lambda: found(stack, "planimeter"), PATIENCE)
    day = date.fromisoformat(before["created_at"][:10])
    days = {"from": str(day - timedelta(days=1)), "to": str(day + timedelta(days=1))}
    begun = stack.client(ADMIN).post(PATH, json={"policy": HASTY, **days})
    assert begun.status_code == 201, begun.text

    def read() -> dict[str, Any]:
        made: dict[str, Any] = stack.client(ADMIN).get(f"{PATH}/{begun.json()['id']}").json()
        return made

    wait_until(lambda: read()["stage"] != "running", PATIENCE)
    done = read()
    assert (done["stage"], done["seen"]) == ("done", done["total"])
    mine = [row for row in done["rows"] if (row["team"], row["priority"]) == (before["team"], before["priority"])]
    assert mine[0]["after"] >= 1
    assert "hasty" not in stack.client(AGENT).get(f"/api/tickets/{number}").text
    assert stack.client(AGENT).post(PATH, json={"policy": HASTY, **days}).status_code == 403
