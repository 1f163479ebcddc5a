"""From a tile of the portal, by a question that only some answers bring, to the agent who reads the answers."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def test_what_is_answered_on_the_portal_is_read_at_the_first_message(stack: LocalStack, visit: Visit):
    page = visit(stack, "/")
    page.get_by_role("link", name="Computer, phone or printer").click()
    where = page.get_by_label("Where does the printer stand?")
    expect(page.get_by_text("What does not work?")).to_be_visible()
    expect(where).to_have_count(0)
    page.get_by_text("Printer", exact=True).click()
    where.fill("2nd floor, copy room")
    page.get_by_text("Work is difficult").click()
    page.get_by_label("In a few words").fill("It prints blank pages")
    page.get_by_label("Your name").fill("Robin Requester")
    page.get_by_label("Your e-mail address").fill("robin@topics.example")
    page.wait_for_timeout(2100)  # people take longer than two seconds; a form sent faster is refused
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_role("heading", name="Thank you, we have it.")).to_be_visible()
    found = re.search(r"HD-[0-9A-Z]{8}", page.content())
    number = found.group() if found else ""

    desk = visit(stack, "/agent", by=AGENT)
    desk.goto(f"/agent/tickets/{number}")
    answers = desk.get_by_role("region", name="Computer, phone or printer")
    expect(answers.get_by_text("Where does the printer stand?")).to_be_visible()
    expect(answers.get_by_text("2nd floor, copy room")).to_be_visible()
    expect(answers.get_by_text("Work is difficult")).to_be_visible()
