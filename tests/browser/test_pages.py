"""Every page as axe sees it, and whether it fits: light and dark, on desk, tablet and phone."""

from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stack.local_stack import LocalStack
from tests.stack.people import AGENT, LEAD, SECOND_LEVEL

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
# What lies behind a dialog is dimmed.
SHOWN = "[...document.querySelectorAll('[role=dialog]')].at(-1) ?? document"
WIDE = 1440
LOOKS = [("light", WIDE), ("dark", 390)]
# Each page on a phone and in one other look, the next page in another: `make screenshots` has each in all.
WAYS = [LOOKS, [("dark", WIDE), ("light", 390)], [("light", 1024), ("dark", 390)], [("dark", 1024), ("light", 390)]]
PORTAL = ["/", "/help", "/new", "/new/device", "/nowhere", "/ticket", "/tickets", "/rating", "/rating#old-link"]
AGENT_APP = [
    "/agent/inbox",
    "/agent/mine",
    "/agent/teams/service-desk",
    "/agent/drafts",
    "/agent/search?q=printer",
    "/agent/now",
    "/agent/new",
    "/agent/knowledge",
    "/agent/nowhere",
]
SETTINGS = [f"/agent/settings{page}" for page in ("", "/teams", "/sla", "/mailboxes", "/mails", "/undeliverable")]


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


def problems(page: Page, paths: Sequence[str]) -> Iterator[str]:
    """What axe finds on each of them, and whether it is wider than the screen, in both looks."""
    for path, looks in zip(paths, cycle(WAYS), strict=False):
        settled(page, path)
        yield from problems_in(page, looks)


def problems_in(page: Page, looks: Sequence[tuple[str, int]]) -> Iterator[str]:
    for scheme, width in looks:
        looking(page, scheme, width)
        yield from problems_now(page, f"{page.url} {scheme} {width}")


def looking(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.locator(f"html[data-mantine-color-scheme={scheme}]")).to_be_attached()


def problems_now(page: Page, where: str) -> list[str]:
    """Of the page at rest: what is still on its way, as after a change of the width, is looked at again."""
    found, seen_again = problems_seen(page, where), ["not looked at yet"]
    while found and found != seen_again:
        page.wait_for_timeout(1000)
        found, seen_again = problems_seen(page, where), found
    return found


def problems_seen(page: Page, where: str) -> list[str]:
    if page.evaluate("!('axe' in window)"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(f"axe.run({SHOWN}, {{resultTypes: ['violations']}})")["violations"]
    seen = [f"{where} {rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*seen, *([f"{where} is too wide"] if too_wide else [])]


def settled(page: Page, path: str) -> Page:
    page.goto("about:blank")  # another hash alone would be no visit
    page.goto(path)
    expect(page.locator(":is(h1, h2):visible").first).to_be_visible()  # on a phone the menu has some that are not
    expect(page.locator("h1").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return page


def test_the_portal_is_for_everybody(stack: LocalStack, visit: Visit):
    page = visit(stack, "/")
    found = list(problems(page, PORTAL))
    assert found == [], "\n".join(found)


def test_the_agents_app_is_for_everybody(stack: LocalStack, visit: Visit, ticket: str):
    page = visit(stack, "/agent", by=LEAD)
    found = list(problems(page, [*AGENT_APP, *SETTINGS]))
    found += problems_in(settled(page, f"/agent/teams/service-desk?t={ticket}"), LOOKS)
    for scheme, width in LOOKS:
        looking(page, scheme, width)
        for opener in ("Why this person?", "Escalate", "Hand over"):
            found += problems_of_dialog(page, opener, f"{opener} {scheme}", on_phone=width < WIDE)
    assert found == [], "\n".join(found)


def problems_of_dialog(page: Page, opener: str, where: str, *, on_phone: bool) -> list[str]:
    """On a phone, what stands beside a ticket is a tab of a sheet, and what is done with it in a menu."""
    button, closing = page.get_by_role("button", name=opener), 1
    if opener.startswith("Why"):
        button = button.or_(page.get_by_role("button", name="Why has nobody got it?"))
        if on_phone:
            page.get_by_role("button", name="Details").click()
            page.get_by_role("tab", name="Properties").click()
            closing = 2
    elif on_phone:
        page.get_by_role("button", name="More", exact=True).click()
        button = page.get_by_role("menuitem", name=opener)
    button.first.click()
    expect(page.get_by_role("dialog")).to_have_count(closing)
    page.wait_for_load_state("networkidle")
    found = problems_now(page, where)
    for left in reversed(range(closing)):
        page.get_by_role("dialog").get_by_role("button", name="Close").last.click()
        expect(page.get_by_role("dialog")).to_have_count(left)
    return found


def test_a_ticket_goes_up_comes_back_with_an_answer_and_waits_until_a_day(stack: LocalStack, visit: Visit, ticket: str):
    page = visit(stack, "/agent", by=SECOND_LEVEL)
    page.goto(f"/agent/tickets/{ticket}")
    page.get_by_role("button", name="I take care").click()
    expect(page.get_by_text("takes care of it, since")).to_be_visible()
    page.keyboard.press("e")
    page.get_by_label("Why does it need more than we can do here?").fill("Needs the server room")
    page.get_by_label("What was tried already?").fill("Restarted everything")
    page.get_by_role("dialog").get_by_role("button", name="Escalate").click()
    expect(page.get_by_text("Needs the server room")).to_be_visible()
    page.get_by_role("button", name="Send back").click()
    page.get_by_label("Answer for the lower level").fill("Press the green button")
    page.get_by_label("The lower level could have found this itself").check()
    page.get_by_role("dialog").get_by_role("button", name="Send back").click()
    expect(page.get_by_text("Press the green button")).to_be_visible()
    expect(page.get_by_text("This could have been found there.")).to_be_visible()
    expect(page.get_by_role("button", name="Send back")).to_have_count(0)  # nothing is below
