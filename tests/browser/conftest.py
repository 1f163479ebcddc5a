from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, StorageState, expect, sync_playwright

from tests.browser import chromium
from tests.browser.signing_in import sign_in
from tests.stack.local_stack import LocalStack

PATIENCE = 300_000  # milliseconds; a busy machine starts a function's first process in seconds

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium.find(playwright), args=chromium.ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def signed_in() -> dict[tuple[str, str], StorageState]:
    """What a browser keeps of whoever signed in before, by site and account."""
    return {}


@pytest.fixture
def visit(browser: Browser, signed_in: dict[tuple[str, str], StorageState]) -> Iterator[Callable[..., Page]]:
    """Somebody with a browser of their own: `visit(stack, "/agent", by=...)`; every script error fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def visit(stack: LocalStack, path: str, by: str | None = None, **options: object) -> Page:
        site = stack.base_url, by or ""
        options |= {"base_url": stack.base_url, "storage_state": signed_in.get(site)}
        context = browser.new_context(**{"locale": "en-GB", **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        if by and site not in signed_in:
            sign_in(page, by)
            signed_in[site] = context.storage_state()
        return page

    yield visit
    for context in contexts:
        context.close()
    assert errors == []
