"""What only a browser shows of a list: how much of it one sees, and that thousands of rows cost no more than a few."""

from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_at_work import opened
from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import AGENT

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
MANY = 5_000
FEW = 150  # and still only those in sight are drawn
LONGEST = 0.05  # seconds of the page's own processor time
TRIES = 5
IN_SIGHT = """() => [...document.querySelectorAll('[data-ticket]')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}).length"""


def rows(count: int) -> Callable[[Route], None]:
    def answered(route: Route) -> None:
        answer = route.fetch()
        page = answer.json()
        card = page["items"][0]
        words = "is about as long as subjects are"
        items = [card | {"id": f"HD-{n:08d}", "subject": f"Row {n} {words}"} for n in range(count)]
        route.fulfill(response=answer, json=page | {"items": items, "cursor": None})

    return answered


def listed(page: Page, count: int) -> Page:
    page.route("**/api/tickets?*team=service-desk*", rows(count))
    page.goto("/agent/teams/service-desk")
    expect(page.locator("[data-ticket]").first).to_be_visible()
    page.mouse.move(900, 500)
    wait_until(lambda: is_at_top(page))
    return page


def is_at_top(page: Page) -> bool:
    """Whoever comes back to a list finds it where they left it, a moment after it is drawn."""
    page.mouse.wheel(0, -1_000_000)
    return page.get_by_text("Row 3 is about as long").is_visible()


@pytest.fixture
def desk(stack: LocalStack, visit: Visit) -> Iterator[Page]:
    opened(stack, "One of very many")
    page = listed(visit(stack, "/agent", by=AGENT, viewport={"width": 1440, "height": 900}), MANY)
    page.keyboard.press("v")  # the list over the whole window
    expect(page.get_by_text("No ticket is open")).to_have_count(0)
    yield page
    page.unroute_all(behavior="ignoreErrors")  # the list may just be asked for again


def test_seventeen_tickets_and_more_are_in_sight(desk: Page):
    assert desk.evaluate(IN_SIGHT) >= 17


def test_no_step_through_thousands_of_rows_takes_long(desk: Page):
    scrolled, walked = steps(desk)
    assert desk.locator("[data-ticket]").count() <= 900 // 44 + 41  # those in sight, and twenty before and after
    few_scrolled, few_walked = steps(listed(desk, FEW))
    for _ in range(TRIES):  # what else the machine does makes a step longer, never shorter
        # What a step takes on a slow machine is what it takes through few rows there.
        if scrolled < max(LONGEST, 1.5 * few_scrolled) and walked < max(LONGEST, 1.5 * few_walked):
            return
        again_scrolled, again_walked = steps(listed(desk, MANY))
        scrolled, walked = min(scrolled, again_scrolled), min(walked, again_walked)
    pytest.fail(f"{scrolled}, {walked} s through many rows, {few_scrolled}, {few_walked} through few")


def steps(page: Page) -> tuple[float, float]:
    """How long the page itself works at a turn of the wheel and at a step by key: medians, in seconds."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))

    def step(act: Callable[[], None]) -> float:
        before = spent()
        act()
        page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        return spent() - before

    page.mouse.move(900, 500)
    scrolled = [step(lambda: page.mouse.wheel(0, 600)) for _ in range(9)]
    walked = [step(lambda: page.keyboard.press("j")) for _ in range(9)]
    return median(scrolled), median(walked)
