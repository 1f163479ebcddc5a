"""What only a browser shows of a list: how much of it one sees, and that thousands of rows cost no more than a few."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_at_work import opened
from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT

pytestmark = [pytest.mark.stack, pytest.mark.browser]
expect.set_options(timeout=120_000)
Visit = Callable[..., Page]
MANY = 5_000
LONGEST = 0.05  # seconds of the page's own processor time
IN_SIGHT = """() => [...document.querySelectorAll('[data-ticket]')].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}).length"""


def many(route: Route) -> None:
    answer = route.fetch()
    page = answer.json()
    card = page["items"][0]
    items = [card | {"id": f"HD-{n:08d}", "subject": f"Row {n} is about as long as subjects are"} for n in range(MANY)]
    route.fulfill(response=answer, json=page | {"items": items, "cursor": None})


@pytest.fixture
def desk(stack: LocalStack, visit: Visit) -> Page:
    opened(stack, "One of very many")
    page = visit(stack, "/agent", by=AGENT, viewport={"width": 1440, "height": 900})
    page.route("**/api/tickets?*team=service-desk*", many)
    page.goto("/agent/teams/service-desk")
    expect(page.get_by_text("Row 3 is about as long")).to_be_visible()
    page.keyboard.press("v")  # the list over the whole window
    expect(page.get_by_text("No ticket is open")).to_have_count(0)
    return page


def test_seventeen_tickets_and_more_are_in_sight(desk: Page):
    assert desk.evaluate(IN_SIGHT) >= 17


def test_no_step_through_thousands_of_rows_takes_long(desk: Page):
    session = desk.context.new_cdp_session(desk)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration"))

    def step(act: Callable[[], None]) -> float:
        before = spent()
        act()
        desk.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        return spent() - before

    desk.mouse.move(900, 500)
    scrolled = [step(lambda: desk.mouse.wheel(0, 600)) for _ in range(20)]
    assert desk.locator("[data-ticket]").count() <= 900 // 44 + 41  # those in sight, and twenty before and after
    walked = [step(lambda: desk.keyboard.press("j")) for _ in range(10)]
    assert sorted(scrolled)[10] < LONGEST
    assert sorted(walked)[5] < LONGEST
