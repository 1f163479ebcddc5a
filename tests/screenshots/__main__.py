"""`make screenshots`: every page and state in both looks and languages, on desk, tablet and phone, with an index.

It looks at them as well: axe at every size in both looks, and whether anything is wider than the window at any width.
What is found is told at the end, which fails.
"""

import argparse
import html
import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, BrowserContext, Error, Page, StorageState, ViewportSize, sync_playwright
from playwright.sync_api import TimeoutError as Waited

from tests.browser import chromium
from tests.browser.signing_in import sign_in
from tests.screenshots.checks import sideways, violations
from tests.screenshots.scenes import Scene, scenes
from tests.stack.local_stack import LocalStack

SIZES: Final = {"desk": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}
LANGUAGES: Final = {"en": "en-GB", "de": "de-DE"}
VISITS: Final = [("en", ["desk", "tablet"]), ("en", ["phone"]), ("de", ["desk"]), ("de", ["phone"])]
CHECKED: Final = "en"  # by axe; words make no difference to it
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
LONGER: Final = "de"  # in longer words: what has room there has it
PATIENCE: Final = 60_000  # milliseconds
SETTLED: Final = 700  # milliseconds after the last answer: pages are drawn and news have come
QUIET: Final = 15_000  # milliseconds; what is never answered is a scene, too
PAINTED: Final = 250

STYLE: Final = """body{font:15px system-ui;margin:2rem;background:#f6f5f2;color:#1c2624}h2{margin:2rem 0 .5rem}
div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{height:320px;border:1px solid #ccc;border-radius:6px}"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make screenshots")
    parser.add_argument("--to", type=Path, default=Path("screenshots"), help="the folder; what is in it stays")
    parser.add_argument("--only", default="", help="scenes whose name has one of these in it (a,b)")
    wanted = parser.parse_args()
    wanted.to.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stack = LocalStack(Path(folder) / "data", seed="demo").start()
        browser = playwright.chromium.launch(executable_path=chromium.find(playwright), args=chromium.ARGUMENTS)
        try:
            parts = wanted.only.split(",")
            shown = [scene for scene in scenes(stack) if any(part in scene.name for part in parts)]
            taken = list(_taken(browser, stack, shown, wanted.to, faults))
        finally:
            browser.close()
            stack.kill9()
    (wanted.to / "index.html").write_text(_index(shown, taken))
    sys.stdout.write(f"{len(taken)} pictures, shown by {wanted.to / 'index.html'}\n")
    if faults:
        raise SystemExit("\n".join(faults))


def _taken(browser: Browser, stack: LocalStack, shown: Sequence[Scene], to: Path, faults: list[str]) -> Iterator[str]:
    known: dict[str | None, StorageState] = {None: {}}
    for email in {scene.by for scene in shown if scene.by}:
        context = browser.new_context(base_url=stack.base_url, locale="en-GB")
        page = context.new_page()
        page.goto("/agent" if email != "requester@demo.example" else "/tickets")
        sign_in(page, email)
        known[email] = context.storage_state()
        context.close()
    for (language, sizes), scene in itertools.product(VISITS, shown):
        context = browser.new_context(
            base_url=stack.base_url,
            storage_state=known[scene.by],
            locale=LANGUAGES[language],
            timezone_id="Europe/Berlin",
            reduced_motion="reduce",
            viewport=_window(sizes[0]),
            has_touch=sizes == ["phone"],
        )
        try:
            yield from _looked_at(context, scene, language, sizes, to, faults)
        except Error as error:
            _note(faults, f"{scene.name} {language}: {error}")
        context.close()


def _looked_at(
    context: BrowserContext, scene: Scene, language: str, sizes: Sequence[str], to: Path, faults: list[str]
) -> Iterator[str]:
    page = _at(context, scene)
    for size, scheme in itertools.product(sizes, SCHEMES):
        page.set_viewport_size(_window(size))
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(PAINTED)
        name = f"{scene.name}.{size}.{scheme}.{language}"
        page.screenshot(path=to / f"{name}.png")
        if language == CHECKED:
            _note(faults, *(f"{name}: {fault}" for fault in violations(page)))
        yield f"{name}.png"
    if (language, sizes) == (LONGER, ["desk"]):
        _note(faults, *(f"{scene.name}: {fault}" for fault in sideways(page)))


def _note(faults: list[str], *found: str) -> None:
    """Said at once, as the end is many minutes away, and at the end again."""
    faults += found
    for fault in found:
        sys.stdout.write(f"{fault}\n")
        sys.stdout.flush()


def _window(size: str) -> ViewportSize:
    width, height = SIZES[size]
    return {"width": width, "height": height}


def _at(context: BrowserContext, scene: Scene) -> Page:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if scene.before:
        scene.before(page)
    page.goto(scene.path)
    page.locator(":is(h1, h2):visible").first.wait_for()
    _settle(page)
    if scene.then:
        scene.then(page)
        _settle(page)
    return page


def _settle(page: Page) -> None:
    with suppress(Waited):
        page.wait_for_load_state("networkidle", timeout=QUIET)
    page.wait_for_timeout(SETTLED)


def _index(shown: Sequence[Scene], taken: Sequence[str]) -> str:
    parts = [f"<!doctype html><meta charset=utf-8><title>Every page</title><style>{STYLE}</style><h1>Every page</h1>"]
    for scene in shown:
        parts.append(f"<h2>{html.escape(scene.name)}</h2><div>")
        for name in taken:
            if name.startswith(f"{scene.name}."):
                look = html.escape(" ".join(name.split(".")[1:-1]))
                parts.append(f"<figure><a href={name}><img loading=lazy src={name} alt='{look}'></a><figcaption>{look}")
        parts.append("</div>")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
