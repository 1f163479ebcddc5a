"""What agents rely on while they work: the row they stand on, the words they sent, what they are shown."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT, opened, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
FOCUSED = "document.activeElement.closest('[data-ticket]')?.dataset.ticket"
IN_SIGHT = """selector => {
    const { top, bottom } = [...document.querySelectorAll(selector)].at(-1).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}"""


def bodies(stack: LocalStack, number: str) -> list[str]:
    return [entry["body"] for entry in ticket(stack, number)["timeline"] if entry["body"]]


def test_the_row_one_stands_on_stays_the_ticket_it_is_while_news_come(stack: LocalStack, visit: Visit):
    mine = opened(stack, "The coffee machine whistles")
    desk = visit(stack, "/agent", by=AGENT)
    desk.goto("/agent/teams/service-desk")
    row = desk.locator(f"[data-ticket={mine}]")
    row.focus()
    at = row.bounding_box()
    opened(stack, "The whole house is dark", impact="high", urgency="high")
    pill = desk.get_by_role("button", name="show")
    expect(pill).to_contain_text("New P1: The whole house is dark")
    assert (row.bounding_box(), desk.evaluate(FOCUSED)) == (at, mine)
    desk.keyboard.press(".")
    expect(desk.get_by_role("row", name="The whole house is dark")).to_be_visible()
    expect(row).to_be_focused()
    desk.keyboard.press("o")
    expect(desk.get_by_role("heading", level=1, name="The coffee machine whistles")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(row).to_be_focused()
    desk.reload()
    expect(row).to_be_focused()


def test_a_long_ticket_opens_at_its_newest_words_with_the_composer_in_sight(stack: LocalStack, visit: Visit):
    number = opened(stack, "A story in thirty parts")
    for part in range(30):
        body = {"body": f"Part {part}\n" + "and so it went on\n" * 6, "visibility": "internal"}
        assert stack.client(AGENT).post(f"/api/tickets/{number}/messages", json=body).status_code == 201
    desk = visit(stack, "/agent", by=AGENT)
    for width, height in ((1440, 900), (390, 844)):
        desk.set_viewport_size({"width": width, "height": height})
        desk.goto(f"/agent/tickets/{number}")
        expect(desk.get_by_text("Part 29")).to_be_in_viewport()
        expect(desk.get_by_role("button", name="Reply to")).to_be_in_viewport()
        assert desk.evaluate(IN_SIGHT, "article")
        assert desk.evaluate("document.documentElement.scrollHeight") <= height


def test_without_network_words_wait_and_go_out_in_order_when_it_is_back(stack: LocalStack, visit: Visit):
    number = opened(stack, "The tunnel has no signal")
    desk = visit(stack, "/agent", by=AGENT)
    desk.goto(f"/agent/tickets/{number}")
    expect(desk.get_by_text("Live", exact=True)).to_be_visible()
    desk.context.set_offline(True)
    expect(desk.get_by_text("Offline")).to_be_visible()
    for words in ("First words", "Second words"):
        desk.keyboard.press("r")
        desk.keyboard.type(words)
        desk.keyboard.press("Control+Enter")
        expect(desk.get_by_text(words)).to_be_in_viewport()
    expect(desk.get_by_text("2 things wait", exact=False).first).to_be_visible()
    said = bodies(stack, number)
    assert "First words" not in said
    desk.context.set_offline(False)
    # In one go, or in two where the first try of one is not heard: a busy machine answers that late.
    expect(desk.get_by_text(re.compile("that waited ha(ve|s) been sent")).first).to_be_visible()
    wait_until(lambda: bodies(stack, number)[-2:] == ["First words", "Second words"])
    expect(desk.get_by_text("Live", exact=True)).to_be_visible()
