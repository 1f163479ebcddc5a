"""Much happens at once in the list one works in: what the pointer and the keyboard stand on stays where it is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, LEAD, opened

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
ROWS: Final = 12
CHANGES: Final = 50
# Looked at with every frame: what is under the pointer, what has the keyboard, where it is, and what moved by itself.
WATCH: Final = """([x, y]) => {
  window.seen = new Set();
  window.shifts = [];
  const rowOf = (element) => element?.closest("[data-ticket]")?.dataset.ticket ?? null;
  const look = () => {
    const stood = document.activeElement;
    const { top } = stood.getBoundingClientRect();
    window.seen.add(JSON.stringify([rowOf(document.elementFromPoint(x, y)), rowOf(stood), Math.round(top)]));
    requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
  }).observe({ type: "layout-shift" });
}"""


def test_nothing_moves_under_pointer_or_keyboard_while_fifty_things_change(stack: LocalStack, visit: Visit):
    numbers = [opened(stack, f"Barometer {n:02d} falls") for n in range(ROWS)]
    page = visit(stack, "/agent", by=LEAD, viewport={"width": 1440, "height": 900})
    page.goto("/agent/teams/service-desk?words=Barometer")
    expect(page.locator("[data-ticket]")).to_have_count(ROWS)
    expect(page.get_by_text("Live", exact=True)).to_be_visible()
    page.wait_for_load_state("networkidle")
    for _ in range(4):
        page.keyboard.press("j")
    under = page.locator("[data-ticket]").nth(7)
    under.hover()
    box = under.bounding_box()
    assert box
    page.evaluate(WATCH, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])
    stood = page.evaluate("[...window.seen]")

    with ThreadPoolExecutor(4) as hands:
        answers = list(hands.map(lambda n: change(stack, numbers, n), range(CHANGES)))
    assert answers == [True] * CHANGES
    expect(page.get_by_text("falls, once more").first).to_be_visible()  # rows change where they stand, until they leave
    expect(page.get_by_role("button", name="show")).to_contain_text("changes")
    expect(page.get_by_role("button", name="show")).to_contain_text("P1")
    assert page.evaluate("[...window.seen]") == stood
    assert sum(page.evaluate("window.shifts")) < 0.01


def change(stack: LocalStack, numbers: list[str], n: int) -> bool:
    """One of many: words and priorities change, some tickets end, others come."""
    desk: Any = stack.client(AGENT)
    path = f"/api/tickets/{numbers[n % ROWS]}"
    match n % 5:
        case 0:
            again = f"Barometer {n % ROWS:02d} falls, once more"
            return bool(desk.patch(path, json={"subject": again}).status_code == 200)
        case 1:
            return bool(desk.patch(path, json={"priority": f"P{1 + n % 4}"}).status_code == 200)
        case 2:
            return bool(desk.post(f"{path}/messages", json={"body": "It falls on."}).status_code == 201)
        case 3:
            new = {"subject": f"Barometer {ROWS + n} falls", "description": "Fast.", "requester": "bo@baro.example"}
            urgent = {"impact": "high", "urgency": "high"}
            return bool(desk.post("/api/tickets", json={**new, **urgent}).status_code == 201)
        case _:
            solved = desk.post(f"{path}/transitions", json={"state": "solved", "reason": "It stands."})
            return solved.status_code in {200, 409}  # it may be solved already
