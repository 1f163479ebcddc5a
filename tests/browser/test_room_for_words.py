"""Every page in words longer than ours, from left to right and from right to left: it has room for them."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Final

import pytest
from playwright.sync_api import Page, Route
from playwright.sync_api import TimeoutError as Waited

from tests.browser import pseudo
from tests.browser.test_pages import AGENT_APP, PORTAL, SETTINGS, settled
from tests.stack.local_stack import LocalStack
from tests.stack.people import LEAD, by_form

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
# At those of the one direction that the other has too, it is also seen whether something is cut.
WIDTHS: Final = {"ltr": (2560, 1440, 1280, 1024, 993, 991, 768, 640, 390, 320), "rtl": (1440, 1024, 390)}
# The innermost of what reaches beyond the screen: these are to be mended.
TOO_WIDE: Final = """(width) => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > width + 0.5)
  .filter((one, _, all) => !all.some((other) => other !== one && one.contains(other)))
  .map((one) => `${one.className}: ${one.textContent.slice(0, 60)}`)"""
# Text that its box hides: neither read to its end nor ended by "…". What is for screen readers alone is no text to see.
CUT: Final = """() => [...document.querySelectorAll("body *")]
  .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== ""))
  .filter((one) => one.clientWidth > 2 && one.clientHeight > 2 && one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(one);
    const hides = (how) => how === "hidden" || how === "clip";
    const cut = hides(overflowX) && one.scrollWidth > one.clientWidth + 1 && textOverflow !== "ellipsis";
    return cut || (hides(overflowY) && one.scrollHeight > one.clientHeight + 4 && webkitLineClamp === "none");
  })
  .map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 60)}`)"""


@pytest.mark.parametrize("part", ["portal", "agent"])
def test_longer_words_have_room_in_both_directions(stack: LocalStack, visit: Visit, part: str):
    number = by_form(stack, subject="A word as long as a very long word can be in a language that is not ours")["id"]
    paths = (
        PORTAL if part == "portal" else [*AGENT_APP, "/agent/now", "/agent/me", *SETTINGS, f"/agent/mine?t={number}"]
    )
    page = visit(stack, "/" if part == "portal" else "/agent", by=None if part == "portal" else LEAD)
    pseudo.spoken(page)
    page.route("**/api/health", fifty_minutes_later)
    found = [problem for path in paths for problem in problems(settled(page, path), path)]
    assert found == [], "\n".join(found)


def fifty_minutes_later(route: Route) -> None:
    """By the service's clock, which pages go by: "vor 50 Minuten" is longer than "jetzt"."""
    health = route.fetch()
    told = health.json()
    later = datetime.fromisoformat(told["now"]) + timedelta(minutes=50)
    route.fulfill(response=health, json=told | {"now": later.isoformat()})


def problems(page: Page, path: str) -> Iterator[str]:
    assert "ééö" in page.content() or "áá" in page.content(), f"{path} speaks English"
    for direction, widths in WIDTHS.items():
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            where = f"{path} {direction} {width}"
            try:  # what follows the width may need a moment
                page.wait_for_function(
                    "(width) => document.documentElement.scrollWidth <= width", arg=width, timeout=60_000
                )
            except Waited:
                yield f"{where} is too wide: {page.evaluate(TOO_WIDE, width)}"
            if width in WIDTHS["rtl"]:
                yield from (f"{where} cuts {one}" for one in page.evaluate(CUT))
