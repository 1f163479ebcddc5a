"""What must hold on every scene as it stands: axe finds nothing, and nothing is wider than the window."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.test_pages import AXE, SHOWN
from tests.browser.test_room_for_words import TOO_WIDE, WIDTHS

# Lists and menus lie above the page: of them it is not asked in which part of it they stand.
FOUND = f"""async () => {{
  const {{ violations }} = await axe.run({SHOWN}, {{ resultTypes: ["violations"] }});
  const floats = ({{ target }}) => document.querySelector(target[0])?.closest("[data-portal]") != null;
  return violations.flatMap(({{ id, nodes }}) =>
    nodes.filter((node) => id !== "region" || !floats(node)).map(({{ html }}) => `${{id}}: ${{html.slice(0, 160)}}`));
}}"""


def violations(page: Page) -> Iterator[str]:
    if page.evaluate("!('axe' in window)"):
        page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(FOUND)
    yield from found


def sideways(page: Page) -> Iterator[str]:
    """At each width from the narrowest to the widest; the window stays as it is found."""
    before = page.viewport_size
    for width in WIDTHS["ltr"]:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        if page.evaluate("(width) => document.documentElement.scrollWidth > width", width):
            page.wait_for_timeout(300)  # what follows the width may need a moment
        if page.evaluate("(width) => document.documentElement.scrollWidth > width", width):
            yield f"{width} px are too few: {page.evaluate(TOO_WIDE, width)}"
    if before:
        page.set_viewport_size(before)
