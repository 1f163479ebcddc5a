"""What agents see of time that passes, in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def test_a_breach_takes_the_ticket_to_the_second_levels_queue(fast: LocalStack, visit: Visit):
    # What is asked of functions that begin while other stacks do can take longer than a page waits.
    fast.client(SECOND_LEVEL).get("/api/tickets", params={"team": "it-operations"})
    desk = visit(fast, "/agent", by=SECOND_LEVEL)
    desk.goto("/agent/teams/it-operations")
    draft = {"subject": "Everything is down", "description": "x", "requester": "boss@home.example"}
    opened = fast.client(AGENT).post("/api/tickets", json={**draft, "impact": "high", "urgency": "high"})
    assert opened.status_code == 201
    row = desk.get_by_role("link", name=re.compile("Everything is down"))
    expect(row).to_be_visible()  # it appears by itself
    row.click()
    folded = desk.get_by_role("button", name=re.compile("changes · show"))
    folded.first.click()  # what happened by itself is many lines
    expect(desk.get_by_text("First response was missed")).to_be_visible()
    expect(desk.get_by_text(re.compile("Escalated to L2"))).to_be_visible()
