"""A note at the top of a ticket, in the browsers of two agents and of whoever asked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL, by_form

pytestmark = [pytest.mark.stack, pytest.mark.browser]
expect.set_options(timeout=120_000)
Visit = Callable[..., Page]


def test_what_one_pins_another_finds_and_takes_away_and_nobody_else_sees(stack: LocalStack, visit: Visit):
    created = by_form(stack, subject="The doorbell rings at night")
    one = opened(visit(stack, "/agent", by=AGENT), created["id"])
    one.keyboard.press("p")
    dialog = one.get_by_role("dialog")
    dialog.get_by_label("Note").fill("Mind the dog.")
    dialog.get_by_role("button", name="Pin").click()
    note = one.get_by_role("region", name="Pinned note")
    expect(note).to_contain_text("Mind the dog.")

    home = visit(stack, created["status_url"])
    expect(home.get_by_role("heading", name="The doorbell rings at night")).to_be_visible()
    expect(home.get_by_text("Mind the dog.")).to_have_count(0)

    other = opened(visit(stack, "/agent", by=SECOND_LEVEL), created["id"])
    expect(other.get_by_role("region", name="Pinned note")).to_contain_text("Mind the dog.")
    other.get_by_role("button", name="Unpin").press("Enter")
    expect(note).to_have_count(0)  # live, without a reload


def opened(agent: Page, number: str) -> Page:
    agent.goto(f"/agent/tickets/{number}")
    expect(agent.get_by_role("heading", name="The doorbell rings at night")).to_be_visible()
    return agent
