"""What only a browser shows of the frame: how wide its parts are, what scrolls, and what covers what."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, by_form

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
LIST = "/agent/teams/service-desk"
# The window, and of it rail, list and details; the folded rail is seen last.
SHARES = [(1680, 236, 400, 320), (1100, 56, None, 300), (1280, 56, 360, 320), (1440, 56, 360, 320)]


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return dict(found)


def test_rail_list_thread_and_details_share_the_window_and_an_edge_stays_where_it_was_dragged(
    stack: LocalStack, visit: Visit
):
    number = by_form(stack, subject="The window is a frame")["id"]
    desk = visit(stack, "/agent", by=AGENT)
    desk.goto(f"{LIST}?t={number}")
    heading = desk.get_by_role("heading", name="The window is a frame")
    expect(heading).to_be_visible()
    beside, rail = desk.get_by_role("region", name="List"), desk.locator("nav.mantine-AppShell-navbar")
    for width, rail_width, list_width, panel in SHARES:
        desk.set_viewport_size({"width": width, "height": 800})
        expect(beside).to_have_count(1 if list_width else 0)
        expect(rail).to_have_css("width", f"{rail_width}px")
        assert box(desk.get_by_role("complementary", name="Details"))["width"] == panel
        if list_width:
            assert box(beside)["width"] == list_width
            assert box(desk.get_by_role("region", name="Thread"))["width"] >= 480
        size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        assert desk.evaluate(size) == [width, 800]

    before = box(beside)
    desk.mouse.move(20, 400)
    expect(rail).to_have_css("width", "236px")
    assert box(beside) == before
    edge = box(desk.get_by_role("separator", name="Width of the list"))
    desk.mouse.move(edge["x"] + 4, 400)
    expect(rail).to_have_css("width", "56px")
    desk.mouse.down()
    desk.mouse.move(edge["x"] + 44, 400, steps=4)
    assert box(beside)["width"] == before["width"] + 40
    with desk.expect_response(lambda answer: "/me/settings" in answer.url and answer.request.method == "PUT"):
        desk.mouse.up()
    desk.reload()
    expect(heading).to_be_visible()
    assert box(beside)["width"] == before["width"] + 40


def test_on_a_phone_the_bar_covers_nothing_and_is_for_fingers(stack: LocalStack, visit: Visit):
    number = by_form(stack, subject="A thumb is enough")["id"]
    desk = visit(stack, "/agent", by=AGENT, viewport={"width": 390, "height": 844}, has_touch=True)
    desk.goto(f"{LIST}?t={number}")
    bar = desk.get_by_role("navigation", name="Main")
    reply = desk.get_by_role("button", name="Reply to")
    expect(reply).to_be_in_viewport(ratio=1)
    assert box(reply)["y"] + box(reply)["height"] <= box(bar)["y"]
    assert box(bar)["y"] + box(bar)["height"] == 844
    for way in (*bar.get_by_role("link").all(), *bar.get_by_role("button").all()):
        assert box(way)["height"] >= 44
    bar.get_by_role("button", name="Menu").tap()
    to_list = desk.get_by_role("navigation", name="Queues").get_by_role("link", name="Unassigned")
    assert box(to_list)["height"] >= 44
    to_list.tap()
    expect(desk.get_by_role("heading", name="Unassigned")).to_be_visible()
