"""What is written is found, through the deployed stack with IAM enforced."""

from datetime import datetime, timedelta

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, LEAD, opened, ticket
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
    wait_until(lambda: found(stack, '"mirror is upside"') == [number], PATIENCE, lambda: str(found(stack, "mirror")))
    assert found(stack, "mirror", by="requester@demo.example") == []


def test_views_have_it_the_hint_names_it_and_figures_count_it(stack: LocalStack):
    agent, lead = stack.client(AGENT), stack.client(LEAD)
    number = opened(stack, "Theodolite tripod wobbles badly", requester="requester@demo.example")

    def named() -> list[str]:
        alike = agent.get("/api/alike-tickets", params={"text": "The theodolite tripod wobbles"})
        assert alike.status_code == 200, alike.text
        return [item["id"] for item in alike.json()["items"]]

    wait_until(lambda: named() == [number], PATIENCE)
    plan = {"name": "Theodolites", "question": "theodolite is:open"}
    view = agent.post("/api/views", json=plan)
    assert view.status_code == 201, view.text
    shown = agent.get(f"/api/views/{view.json()['id']}/tickets").json()
    assert [card["id"] for card in shown["items"]] == [number]
    assert agent.get("/api/views/counts").json()["counts"][view.json()["id"]]["count"] == 1

    today = datetime.fromisoformat(ticket(stack, number)["created_at"]).date()
    days = {"from": str(today - timedelta(days=1)), "to": str(today + timedelta(days=1))}  # in whatever zone

    def counted() -> int:
        report = lead.get("/api/reports/flow", params=days)
        assert report.status_code == 200, report.text
        return int(report.json()["total"]["created"])

    before = wait_until(counted, PATIENCE)
    opened(stack, "Sextant mirror is blind")
    wait_until(lambda: counted() > before, PATIENCE)


def test_indexes_are_made_anew_while_the_desk_works_on(stack: LocalStack):
    number = opened(stack, "Clepsydra lost")
    wait_until(lambda: found(stack, "clepsydra") == [number], PATIENCE, lambda: str(found(stack, "clepsydra")))
    assert "made: " in helpdesk(stack, "rebuild", "--search")
    assert found(stack, "clepsydra") == [number]
