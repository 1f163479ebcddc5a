"""From a list to the thread of a ticket as a person sees it: key, address, request, words on the screen."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from playwright.sync_api import Page, Response

from tests.bench.browsing import PATIENCE, agents_page, listed
from tests.bench.stand import Stand

# What the page itself notes: when the key came, the address changed, the request began and ended, and its words stood
# on the screen. Entries of a thread are there only while a ticket is open.
WATCH: Final = """([id, patience]) => {
  performance.clearResourceTimings();
  const marks = {};
  addEventListener("keydown", () => { marks.key = performance.now(); }, { capture: true, once: true });
  navigation.addEventListener("currententrychange", () => { marks.route = performance.now(); }, { once: true });
  window.opened = new Promise((done, gone) => {
    setTimeout(() => gone(new Error(`${id} does not open`)), patience);
    const watch = new MutationObserver(() => {
      if (document.querySelector("[data-entry]") === null) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => {
        marks.drawn = performance.now();
        const all = performance.getEntriesByType("resource");
        const asked = all.filter(({ name }) => name.endsWith(`/api/tickets/${id}`));
        marks.requests = asked.filter(({ startTime }) => startTime >= marks.key).length;
        marks.asked = asked[0]?.startTime;
        marks.answered = asked[0]?.responseEnd;
        done(marks);
      }));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """In milliseconds. `requests` are those for the ticket that the key set off: none when it was read before."""

    route: float
    asked: float
    request: float
    drawn: float
    requests: int

    @property
    def total(self) -> float:
        return self.route + self.asked + self.request + self.drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """Tickets opened at once, and those on whose rows one had stood for a moment."""

    at_once: Sequence[Opened] = ()
    read_before: Sequence[Opened] = ()
    skipped: str | None = None


def openings(stand: Stand, count: int) -> Openings:
    """So many of each, every one for the first time, in a list beside which none was open."""
    try:
        with agents_page(stand) as page:
            first, *others = listed(page, 1 + 2 * count)
            _open(page, first)  # what a page of a ticket needs is loaded with the first
            found = [_open(page, ticket, rest=number % 2 == 1) for number, ticket in enumerate(others)]
    except LookupError as error:
        return Openings(skipped=str(error))
    return Openings(
        at_once=[one for one in found if one.requests], read_before=[one for one in found if not one.requests]
    )


def _open(page: Page, ticket: str, *, rest: bool = False) -> Opened:
    """By the key on its row; `rest`: only when the page has read it because the keyboard stands there."""
    row = page.locator(f"[data-ticket={ticket}]")
    page.evaluate(WATCH, [ticket, PATIENCE])
    if rest:
        with page.expect_response(lambda answer: _is_of(answer, ticket)) as answer:
            row.focus()
        answer.value.finished()
    else:
        row.focus()
    page.keyboard.press("Enter")
    marks: dict[str, float] = page.evaluate("window.opened")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Escape")
    page.locator("[data-entry]").first.wait_for(state="detached")
    return _opened(marks)


def _is_of(answer: Response, ticket: str) -> bool:
    return re.search(rf"/api/tickets/{ticket}$", answer.url) is not None


def _opened(marks: Mapping[str, Any]) -> Opened:
    """The parts follow one another; what was asked for before the key is no part of it."""
    key, route = marks["key"], marks["route"]
    asked = max(route, marks["asked"])
    answered = max(asked, marks["answered"])
    return Opened(
        route=route - key,
        asked=asked - route,
        request=answered - asked,
        drawn=marks["drawn"] - answered,
        requests=int(marks["requests"]),
    )


def figures(found: Openings) -> dict[str, Any]:
    if found.skipped is not None:
        return {"skipped": found.skipped}
    return {"at_once": _figures(found.at_once), "read_before": _figures(found.read_before)}


def _figures(found: Sequence[Opened]) -> dict[str, Any]:
    def middle(part: str) -> float:
        return round(median(getattr(one, part) for one in found), 1) if found else 0.0

    parts = {part: middle(part) for part in ("route", "asked", "request", "drawn")}
    return {"count": len(found), "p50_ms": middle("total"), "parts_ms": parts}


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield "\nopen_ticket_ui: from the key on a row of a list to the thread on the screen, median in ms."
    if "skipped" in found:
        yield f"  not measured: {found['skipped']}"
        return
    for name, one in found.items():
        parts = ", ".join(f"{part} {ms:.1f}" for part, ms in one["parts_ms"].items())
        yield f"  {name.replace('_', ' '):<12}{one['p50_ms']:>8.1f}  ({parts}; of {one['count']})"
