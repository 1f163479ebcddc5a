"""What concerns somebody reaches the inbox of their open browser, and leaves it when they are done with it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, SECOND_LEVEL, by_form

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]


def emptied(stack: LocalStack) -> None:
    """What other tests left to the second level is done with."""
    inbox = stack.client(SECOND_LEVEL)
    for item in inbox.get("/api/me/inbox", params={"limit": 100}).json()["items"]:
        path = f"/api/me/inbox/{item['ticket']['id']}"
        assert inbox.put(path, json={"place": "done"}).status_code == 200


def given(stack: LocalStack, subject: str) -> str:
    """The number of a ticket that an agent gives to a colleague on the second level."""
    number = str(by_form(stack, subject=subject)["id"])
    path = f"/api/tickets/{number}"
    up = {"reason": "Needs an engineer", "tried": "Listened to it"}
    assert stack.client(AGENT).post(f"{path}/escalations", json=up).status_code == 201
    given = stack.client(AGENT).patch(path, json={"assignee": "agent2"})
    assert given.status_code == 200, given.text
    return number


def test_what_one_is_given_waits_in_the_inbox_until_it_is_done(stack: LocalStack, visit: Visit):
    emptied(stack)
    desk = visit(stack, "/agent", by=SECOND_LEVEL)
    desk.goto("/agent/mine")
    expect(desk.get_by_text("Live", exact=True)).to_be_visible()
    number = given(stack, "The bell tower is out of tune")
    counted = desk.get_by_role("link", name="Inbox").locator("[data-count]")
    expect(counted).to_have_text("1")  # live, without a reload
    desk.keyboard.press("g")
    desk.keyboard.press("i")
    row = desk.get_by_role("row", name="The bell tower is out of tune")
    expect(row).to_have_attribute("data-ticket", number)
    expect(row).to_contain_text("Assigned to you")

    row.focus()
    desk.keyboard.press("d")
    expect(row).to_have_count(0)
    expect(counted).to_have_count(0)
    desk.keyboard.press("z")
    expect(row).to_be_visible()
    expect(counted).to_have_text("1")

    row.focus()
    desk.keyboard.press("w")
    expect(desk.get_by_role("dialog")).to_contain_text("Next working day")
    desk.keyboard.press("2")
    expect(row).to_have_count(0)
    expect(counted).to_have_count(0)
    desk.reload()
    expect(desk.get_by_text("Nothing waits for you")).to_be_visible()
    assert stack.client(SECOND_LEVEL).get("/api/me/inbox").json()["items"] == []
