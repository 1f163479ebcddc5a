"""`make screenshots`: every page and state in light and dark, English and German, on desk and phone, with an index."""

import argparse
import html
import itertools
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, BrowserContext, Error, StorageState, sync_playwright

from tests.browser import chromium
from tests.browser.signing_in import sign_in
from tests.screenshots.scenes import Scene, scenes
from tests.stack.local_stack import LocalStack

SIZES: Final = {"desk": (1440, 900), "phone": (390, 844)}
LANGUAGES: Final = {"en": "en-GB", "de": "de-DE"}
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
PATIENCE: Final = 60_000  # milliseconds
SETTLED: Final = 700  # milliseconds that nothing is asked for: pages are drawn and news have come

STYLE: Final = """body{font:15px system-ui;margin:2rem;background:#f6f5f2;color:#1c2624}h2{margin:2rem 0 .5rem}
div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{height:320px;border:1px solid #ccc;border-radius:6px}"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make screenshots")
    parser.add_argument("--to", type=Path, default=Path("screenshots"), help="the folder; what is in it stays")
    parser.add_argument("--only", default="", help="scenes whose name has this in it")
    wanted = parser.parse_args()
    wanted.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stack = LocalStack(Path(folder) / "data", seed="demo").start()
        browser = playwright.chromium.launch(executable_path=chromium.find(playwright), args=chromium.ARGUMENTS)
        try:
            shown = [scene for scene in scenes(stack) if wanted.only in scene.name]
            taken = list(_taken(browser, stack, shown, wanted.to))
        finally:
            browser.close()
            stack.kill9()
    (wanted.to / "index.html").write_text(_index(shown, taken))
    sys.stdout.write(f"{len(taken)} pictures, shown by {wanted.to / 'index.html'}\n")


def _taken(browser: Browser, stack: LocalStack, shown: Sequence[Scene], to: Path) -> Iterator[str]:
    known: dict[str | None, StorageState] = {None: {}}
    for email in {scene.by for scene in shown if scene.by}:
        context = browser.new_context(base_url=stack.base_url, locale="en-GB")
        page = context.new_page()
        page.goto("/agent" if email != "requester@demo.example" else "/tickets")
        sign_in(page, email)
        known[email] = context.storage_state()
        context.close()
    for (language, locale), scheme, (size, (width, height)) in itertools.product(
        LANGUAGES.items(), SCHEMES, SIZES.items()
    ):
        for scene in shown:
            context = browser.new_context(
                base_url=stack.base_url,
                storage_state=known[scene.by],
                locale=locale,
                timezone_id="Europe/Berlin",
                color_scheme=scheme,
                reduced_motion="reduce",
                viewport={"width": width, "height": height},
                has_touch=size == "phone",
            )
            name = f"{scene.name}.{size}.{scheme}.{language}.png"
            _take(context, scene, to / name)
            context.close()
            yield name


def _take(context: BrowserContext, scene: Scene, to: Path) -> None:
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if scene.before:
        scene.before(page)
    page.goto(scene.path)
    page.locator(":is(h1, h2):visible").first.wait_for()
    page.wait_for_timeout(SETTLED)
    try:
        if scene.then:
            scene.then(page)
    except Error as error:
        raise SystemExit(f"{to.stem}: {error}") from error
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=to)


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
