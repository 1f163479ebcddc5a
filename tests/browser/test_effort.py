"""How many keys a change of a ticket takes, beyond the words one types."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
expect.set_options(timeout=120_000)
Visit = Callable[..., Page]


def pressed(page: Page, *keys: str) -> None:
    """One after the other, as fast as they come: nothing is waited for in between."""
    for key in keys:
        page.keyboard.press(key)


def test_what_one_changes_most_takes_two_keys_and_an_escalation_three(stack: LocalStack, visit: Visit):
    desk = stack.client(AGENT)
    draft = {"subject": "The gate stays open", "description": "Since Monday.", "requester": "gus@gate.example"}
    number = str(desk.post("/api/tickets", json=draft).json()["id"])
    assert desk.patch(f"/api/tickets/{number}", json={"assignee": None}).status_code == 200
    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(f"/agent/tickets/{number}")
    expect(agent.get_by_role("heading", level=1, name="The gate stays open")).to_be_visible()

    def becomes(field: str, value: object) -> None:
        wait_until(lambda: ticket(stack, number)[field] == value)
        expect(agent.get_by_role("menu")).to_have_count(0)

    pressed(agent, "p", "1")
    becomes("priority", "P1")
    pressed(agent, "s", "1")
    becomes("state", "open")
    pressed(agent, "a")
    expect(agent.get_by_label("Find a person of the team")).to_be_focused()
    pressed(agent, "Enter")
    wait_until(lambda: (ticket(stack, number)["assignee"] or {}).get("name") == "Alex Agent")
    pressed(agent, "w", "2")
    becomes("state", "pending")
    assert ticket(stack, number)["until"] == ticket(stack, number)["mornings"]["next"]

    pressed(agent, "e")
    expect(agent.get_by_label("Why does it need more than we can do here?")).to_be_focused()
    agent.keyboard.type("The motor is beyond us")
    pressed(agent, "Tab")
    agent.keyboard.type("Oil")
    pressed(agent, "Control+Enter")
    becomes("level", "L2")
    expect(agent.get_by_text("The motor is beyond us")).to_be_visible()
