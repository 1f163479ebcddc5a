"""What agents see of one another at a ticket, and what they have not seen of it yet."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
GONE_WITHIN = 30_000
# By itself it takes 25 seconds from when the page was opened last, which was a moment ago.
GONE_AT_ONCE_WITHIN = 18_000


def test_two_at_one_ticket_see_each_other_and_a_list_says_what_is_new(stack: LocalStack, visit: Visit):
    subject = "The lift hums a tune"
    draft = {"subject": subject, "description": "Since this morning.", "requester": "requester@demo.example"}
    answer = stack.client(AGENT).post("/api/tickets", json=draft)
    assert answer.status_code == 201, answer.text
    page = f"/agent/tickets/{answer.json()['id']}"
    mine = visit(stack, "/agent", by=AGENT)
    theirs = visit(stack, "/agent", by=SECOND_LEVEL)
    mine.goto("/agent/teams/service-desk")
    row = mine.get_by_role("row", name=subject)
    expect(row.get_by_text("unread")).to_have_count(1)
    row.click()
    expect(mine.get_by_role("heading", level=1, name=subject)).to_be_visible()
    expect(mine.get_by_text("is looking")).to_have_count(0)
    theirs.goto(page)
    ticket = mine.get_by_role("region", name="Ticket")
    expect(ticket.get_by_text("is looking")).to_be_visible()
    expect(row.get_by_text("is looking")).to_have_count(1)
    expect(theirs.get_by_text("is looking")).to_be_visible()
    expect(mine.get_by_role("list", name="Also here").get_by_role("listitem")).to_have_count(1)
    theirs.keyboard.press("r")
    theirs.keyboard.type("Which music?")
    expect(ticket.get_by_text("is writing a reply")).to_be_visible()
    mine.keyboard.press("Escape")
    expect(row).to_be_visible()
    expect(row.get_by_text("unread")).to_have_count(0)
    expect(theirs.get_by_text("is looking")).to_have_count(0, timeout=GONE_WITHIN)
    theirs.keyboard.press("Control+Enter")
    theirs.get_by_role("button", name="Send now").click()
    expect(row.get_by_text("unread")).to_have_count(1)

    # Who leaves the page goes from the ticket at once, not when their time there runs out.
    theirs.goto(page)
    expect(row.get_by_text("is looking")).to_have_count(1)
    theirs.goto("about:blank")
    expect(row.get_by_text("is looking")).to_have_count(0, timeout=GONE_AT_ONCE_WITHIN)
