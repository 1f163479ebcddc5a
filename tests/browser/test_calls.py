"""A call is taken by the keyboard, in eight keys beyond the words, and found again by who called."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import Hands
from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
MOST_KEYS = 8


def test_a_call_is_taken_in_eight_keys(stack: LocalStack, visit: Visit):
    page = visit(stack, "/agent", by=AGENT)
    page.goto("/agent/mine")
    expect(page.get_by_role("heading", name="My tickets")).to_be_visible()
    sheet = page.get_by_role("dialog")

    new = Hands(page)
    new.press("c")
    expect(sheet.get_by_role("textbox", name="Who?")).to_be_focused()
    new.type("Jörg Müllerssen")
    new.press("Enter")
    expect(sheet.get_by_label("Phone or e-mail (optional)")).to_be_focused()
    new.type("030 4711 42")
    new.press("Tab")
    new.type("The lift hums")
    new.press("Enter")
    new.type("All day, since Monday.")
    new.press("Control+Enter")
    expect(page.get_by_role("heading", name="The lift hums")).to_be_visible()
    assert new.keys <= MOST_KEYS
    number = page.url.rpartition("/")[2]
    taken = ticket(stack, number)
    first = taken["timeline"][0]
    assert (taken["requester"]["email"], taken["requester"]["phone"]) == ("", "030471142")
    assert (first["actor"]["name"], first["noted"]["channel"]) == ("Jörg Müllerssen", "phone")
    expect(page.get_by_text("by phone, noted by").first).to_be_visible()

    page.keyboard.press("Escape")  # out of what has the focus, so that keys act
    known = Hands(page)
    known.press("c")
    expect(sheet.get_by_role("textbox", name="Who?")).to_be_focused()
    known.type("muellerss")
    known.press("Enter")
    about = sheet.get_by_role("group", name="Is it about one of these?")
    expect(about.get_by_role("button")).to_contain_text(number)
    known.type("It hums louder")
    known.press("Control+Shift+Enter")
    expect(page.get_by_text("is noted as solved")).to_be_visible()
    assert known.keys <= MOST_KEYS
