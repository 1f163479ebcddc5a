"""A lead registers a thing with a number on it; whoever reports it by that number needs no more words."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_journeys import send_request
from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, LEAD

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def typed(page: Page, *fields: str) -> None:
    """Into the field that has the focus and those after it, by keyboard alone."""
    for words in fields:
        page.keyboard.type(words)
        page.keyboard.press("Tab")


def test_what_is_registered_is_known_by_its_number_and_raises_the_impact(stack: LocalStack, visit: Visit):
    lead = visit(stack, "/agent", by=LEAD)
    lead.goto("/agent/settings/assets")
    lead.get_by_label("Name of a new asset").focus()
    lead.keyboard.type("Kiln 7")
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("heading", level=1, name="New asset")).to_be_visible()
    expect(lead.get_by_role("textbox", name="Name")).to_have_value("Kiln 7")
    lead.get_by_role("textbox", name="Type").focus()
    typed(lead, "kiln", "KILN 0007")
    lead.keyboard.press("Tab")  # past the organisation
    impact = lead.get_by_role("combobox", name="At least this impact")
    expect(impact).to_be_focused()
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("option", name="High")).to_be_visible()  # keys go to a list that is there
    for key in ("ArrowUp", "Enter"):  # goes to its end, chooses
        lead.keyboard.press(key)
    expect(impact).to_have_value("High")
    lead.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(lead.get_by_text("Everything is saved")).to_be_visible()

    form = visit(stack, "/new")
    form.get_by_label("Number on the device").fill("kiln 0007")
    number = send_request(form, "kim@kiln.example", "It stays cold")

    desk = visit(stack, "/agent", by=AGENT)
    desk.goto(f"/agent/tickets/{number}")
    expect(desk.get_by_text("kiln · kiln-7 · asks for impact High")).to_be_visible()
    expect(desk.get_by_role("combobox", name="Impact")).to_have_value("High")
