"""A browser before the bench's stack, with an agent signed in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Page, sync_playwright

from tests.bench.operations import AGENT
from tests.bench.stand import Stand
from tests.browser import chromium
from tests.browser.signing_in import sign_in

LIST: Final = "/agent/teams/service-desk"
PATIENCE: Final = 300_000  # milliseconds


@contextmanager
def agents_page(stand: Stand) -> Iterator[Page]:
    """LookupError where there is no Chromium."""
    with sync_playwright() as playwright:
        path = chromium.find(playwright)
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGUMENTS)
        try:
            page = browser.new_page(base_url=stand.url, locale="en-GB", viewport={"width": 1440, "height": 900})
            page.set_default_timeout(PATIENCE)
            page.goto("/agent")
            sign_in(page, AGENT)
            yield page
        finally:
            browser.close()


def listed(page: Page, count: int) -> list[str]:
    """The numbers of so many tickets of the list, once it has come to rest."""
    page.goto(LIST)
    page.locator("[data-ticket]").nth(count - 1).wait_for()
    page.wait_for_load_state("networkidle")
    ids: list[str] = page.locator("[data-ticket]").evaluate_all("(rows) => rows.map((row) => row.dataset.ticket)")
    return ids[:count]
