"""From a key to what it shows, on a processor four times slower: as browsers measure it (Interaction to Next Paint)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from playwright.sync_api import Page

from tests.bench.browsing import agents_page, listed
from tests.bench.stand import Stand

SLOWER: Final = 4
PROMISED: Final = 200  # milliseconds
ROWS: Final = 5  # so many there are, however small the bench
SEEN: Final = 400  # milliseconds after a key, by when its frame has been shown and told
# A few minutes of work: through the list, from ticket to ticket, menus, a reply, the palette, both views, the help.
KEYS: Final[Sequence[str]] = [
    *["j"] * 6,
    *["Enter", "j", "j", "j", "k", "s", "Escape", "p", "Escape", "a", "Escape", "w", "Escape"],
    *["r", *"It is mended.", "Escape", "n", "Escape"],
    *["/", *"sett", "Escape", "-", "-", "v", "v", "?", "Escape", "Escape"],
]
WATCH: Final = """() => {
  window.interactions = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.interactions.push([interactionId, duration]);
  }).observe({ type: "event", durationThreshold: 16 });
}"""


def interactions(stand: Stand, count: int) -> Sequence[tuple[str, float]] | str:
    """So many keys, and after how many milliseconds what it changed was shown; or why nothing could be measured."""
    try:
        with agents_page(stand) as page:
            listed(page, ROWS)
            _worked(page, count)  # what the keys need is loaded
            listed(page, ROWS)
            page.evaluate(WATCH)
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            return _worked(page, count)
    except LookupError as error:
        return str(error)


def _worked(page: Page, count: int) -> list[tuple[str, float]]:
    return [(key, _pressed(page, key)) for key in KEYS[:count]]


def _pressed(page: Page, key: str) -> float:
    page.keyboard.press(key)
    page.wait_for_timeout(SEEN)
    told: list[tuple[int, float]] = page.evaluate("(window.interactions ?? []).splice(0)")
    return max((duration for _, duration in told), default=0.0)  # none is told of what takes less than a frame


def figures(found: Sequence[tuple[str, float]] | str) -> dict[str, Any]:
    if isinstance(found, str):
        return {"skipped": found}
    by_time = sorted(found, key=lambda one: one[1])
    slowest = [{"key": key, "ms": ms} for key, ms in by_time[:-6:-1]]
    inp = slowest[len(found) // 50]["ms"]  # of every fifty, the slowest does not count
    return {"count": len(found), "p50_ms": by_time[len(found) // 2][1], "inp_ms": inp, "slowest": slowest}


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"\ninteract_ui: from a key to what it shows, processor {SLOWER} times slower; promised {PROMISED} ms."
    if "skipped" in found:
        yield f"  not measured: {found['skipped']}"
        return
    slowest = ", ".join(f"{one['key']} {one['ms']:.0f}" for one in found["slowest"])
    yield f"  median {found['p50_ms']:.0f}, INP {found['inp_ms']:.0f}  (slowest of {found['count']}: {slowest})"
