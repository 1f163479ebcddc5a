"""A ticket found by the end of its number, taken, and given back by `z`, all by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, LEAD, by_form

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def test_the_palette_opens_a_ticket_by_its_end_and_z_takes_back_what_was_done(stack: LocalStack, visit: Visit):
    created = by_form(stack, subject="The lift hums")
    path = f"/api/tickets/{created['id']}"
    lead = stack.client(LEAD)
    me = lead.get("/api/me").json()["id"]
    assert lead.patch(path, json={"assignee": me}).status_code == 200

    agent = visit(stack, "/agent", by=AGENT)
    agent.goto(f"/agent/tickets/{created['id']}")
    expect(agent.get_by_role("heading", name="The lift hums")).to_be_visible()
    agent.keyboard.press("g")
    agent.keyboard.press("m")
    expect(agent.get_by_role("heading", name="My tickets")).to_be_visible()

    # What is typed right after the keys that open it is typed into it.
    agent.keyboard.press("Control+k")
    agent.keyboard.type(created["id"][-4:].lower())
    first = agent.get_by_role("listbox", name="What is found").get_by_role("option").first
    expect(first).to_contain_text("The lift hums")
    agent.keyboard.press("Enter")
    expect(agent.get_by_role("heading", name="The lift hums")).to_be_visible()

    agent.keyboard.press("t")
    expect(agent.get_by_role("button", name="Undo")).to_be_visible()
    assert lead.get(path).json()["assignee"]["id"] != me
    agent.keyboard.press("z")
    expect(agent.get_by_text("is as it was")).to_be_visible()
    assert lead.get(path).json()["assignee"]["id"] == me
