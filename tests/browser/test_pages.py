"""Every page as axe and a narrow screen see it: light and wide, dark and as narrow as a phone."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from playwright.sync_api import TimeoutError as Waited

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, LEAD, SECOND_LEVEL

pytestmark = [pytest.mark.stack, pytest.mark.browser]
expect.set_options(timeout=120_000)
Visit = Callable[..., Page]

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
# What lies behind a dialog is dimmed.
SHOWN = "[...document.querySelectorAll('[role=dialog]')].at(-1) ?? document"
WIDE = 1280
LOOKS = [("light", WIDE), ("dark", 360)]
WIDTHS = [320, 360, 390, 640, 768, 991, 993, 1024, 1280, 1440, 1920, 2560]
# The innermost of what reaches beyond the screen: these are to be mended.
TOO_WIDE = """(width) => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > width + 0.5)
  .filter((one, _, all) => !all.some((other) => other !== one && one.contains(other)))
  .map((one) => `${one.className}: ${one.textContent.slice(0, 60)}`)"""
PORTAL = ["/", "/nowhere", "/ticket", "/tickets", "/rating", "/rating#old-link"]
AGENT_APP = ["/agent/inbox", "/agent/mine", "/agent/teams/service-desk", "/agent/new", "/agent/nowhere"]
SETTINGS = ["/agent/settings", "/agent/settings/teams", "/agent/settings/sla"]


@pytest.fixture
def ticket(stack: LocalStack) -> str:
    """A ticket that has everything a page shows: words, a note, a state with a day, something urgent."""
    desk = stack.client(AGENT)
    draft = {"subject": "A page full of things", "description": "It began on Monday.", "requester": "pat@pages.example"}
    opened = desk.post("/api/tickets", json={**draft, "impact": "high", "urgency": "high"})
    assert opened.status_code == 201, opened.text
    path = f"/api/tickets/{opened.json()['id']}"
    for message in ({"body": "We look into it."}, {"body": "Asked the vendor.", "visibility": "internal"}):
        assert desk.post(f"{path}/messages", json=message).status_code == 201
    wait = {"state": "pending", "until": "2126-01-05T09:00:00Z", "reason": "On holiday"}
    assert desk.post(f"{path}/transitions", json=wait).status_code == 200
    return str(opened.json()["id"])


def problems(page: Page) -> Iterator[str]:
    """What axe finds on the page as it stands, and whether it is wider than the screen, in both looks."""
    for scheme, width in LOOKS:
        looking(page, scheme, width)
        yield from problems_now(page, f"{page.url} {scheme} {width}")


def looking(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.locator(f"html[data-mantine-color-scheme={scheme}]")).to_be_attached()


def problems_now(page: Page, where: str) -> Iterator[str]:
    if page.evaluate("!('axe' in window)"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(f"axe.run({SHOWN}, {{resultTypes: ['violations']}})")["violations"]
    yield from (f"{where} {rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"])
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield f"{where} is too wide"


def settled(page: Page, path: str) -> Page:
    page.goto("about:blank")  # another hash alone would be no visit
    page.goto(path)
    expect(page.locator(":is(h1, h2):visible").first).to_be_visible()  # on a phone the menu has some that are not
    page.wait_for_load_state("networkidle")
    return page


def test_the_portal_is_for_everybody(stack: LocalStack, visit: Visit):
    page = visit(stack, "/")
    found = [problem for path in PORTAL for problem in problems(settled(page, path))]
    assert found == [], "\n".join(found)


def test_the_agents_app_is_for_everybody(stack: LocalStack, visit: Visit, ticket: str):
    page = visit(stack, "/agent", by=LEAD)
    found = [problem for path in [*AGENT_APP, *SETTINGS] for problem in problems(settled(page, path))]
    found += problems(settled(page, f"/agent/teams/service-desk?t={ticket}"))
    for scheme, width in LOOKS:
        looking(page, scheme, width)
        for opener in ("Why this person?", "Escalate", "Hand over"):
            found += problems_of_dialog(page, opener, f"{opener} {scheme}", in_sheet=width < WIDE)
    assert found == [], "\n".join(found)


def test_no_page_scrolls_sideways_at_any_width(stack: LocalStack, visit: Visit, ticket: str):
    page = visit(stack, "/agent", by=LEAD, locale="de-DE")  # in longer words
    page.route("**/api/health", fifty_minutes_later)
    found = []
    for path in (*PORTAL[:3], *AGENT_APP, *SETTINGS, f"/agent/mine?t={ticket}"):
