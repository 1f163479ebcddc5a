"""An administrator changes what is promised and where tickets go, and the tickets follow."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stack.local_stack import LocalStack, wait_until
from tests.stack.people import opened, ticket

pytestmark = [pytest.mark.stack, pytest.mark.browser]
Visit = Callable[..., Page]
ADMIN = "admin@demo.example"


@pytest.fixture
def settings(stack: LocalStack) -> Iterator[None]:
    """What others find on this stack is what they expect: the settings are put back."""
    admin = stack.client(ADMIN)
    before = {path: admin.get(path).json() for path in ("/api/settings/sla", "/api/settings/routing")}
    yield
    parts = {
        "/api/settings/sla": ("calendars", "policies", "ladders", "close_solved_after_days", "survey"),
        "/api/settings/routing": ("rules",),
    }
    for path, keys in parts.items():
        now = admin.get(path).json()["revision"]
        document = {key: before[path][key] for key in keys}
        assert admin.put(path, json=document, headers={"if-match": f'"{now}"'}).status_code == 200


def opened_where(stack: LocalStack, right: Callable[[dict[str, Any]], bool], *draft: str) -> str:
    """A ticket under the settings just saved, by a process that has not read those before."""
    stack.start_anew("tickets_api")
    number = opened(stack, *draft)
    assert right(ticket(stack, number))
    return number


def resolution(seen: dict[str, Any]) -> dict[str, Any]:
    return next((clock for clock in seen["clocks"] if clock["clock"] == "resolution"), {})


def settings_page(admin: Page, name: str) -> None:
    """From wherever one is, as one clicks there."""
    admin.get_by_role("link", name="Settings").click()
    admin.mouse.move(900, 600)  # the rail lies over the list while a pointer is on it
    admin.get_by_role("navigation", name="Settings").get_by_role("link", name=name).click()
    expect(admin.get_by_role("heading", level=1, name=name)).to_be_visible()


def saved(admin: Page) -> None:
    admin.get_by_role("button", name="Save", exact=True).click()
    expect(admin.get_by_text("Everything is saved")).to_be_visible()


def added(admin: Page, tab: str, button: str, name: str) -> Locator:
    """Another calendar, policy or ladder, opened and named."""
    admin.get_by_role("tab", name=tab).click()
    admin.get_by_role("button", name=button).click()
    item = admin.locator("[role=tabpanel] > * > ol > li").last  # what is shown inside one has lists of its own
    item.get_by_role("textbox", name="Name", exact=True).fill(name)
    expect(item.get_by_text(name.lower(), exact=True)).to_be_visible()
    return item


def only_for(item: Locator, organization: str) -> None:
    item.get_by_role("button", name="Add a condition").click()
    values = item.get_by_role("combobox", name="Values: Organisation")
    values.click()
    values.fill(organization)
    values.press("Enter")


@pytest.mark.usefixtures("settings")
def test_an_organization_gets_promises_of_its_own_and_they_move_with_its_calendar(stack: LocalStack, visit: Visit):
    admin = visit(stack, "/agent", by=ADMIN)
    settings_page(admin, "Organisations")
    admin.get_by_label("Name of a new organisation").fill("Mills & Daughters")
    expect(admin.get_by_text("mills-daughters", exact=True)).to_be_visible()
    admin.get_by_role("button", name="Create").click()
    domains = admin.get_by_role("combobox", name="Mail domains")
    domains.fill("mills.example")
    domains.press("Enter")
    saved(admin)

    settings_page(admin, "Promises")
    calendar = added(admin, "Calendars", "Add a calendar", "Mondays")
    calendar.get_by_role("button", name="Show what it means").click()
    expect(calendar.get_by_text("Over at Mon")).to_be_visible()
    policy = added(admin, "Promises", "Add a promise", "Mills")
    only_for(policy, "Mills & Daughters")
    policy.get_by_role("combobox", name="Counts by calendar").click()
    admin.get_by_role("option", name="Mondays").click()
    policy.get_by_role("textbox", name="Resolution, any").fill("40 h")
    policy.get_by_role("button", name="Move Mills up").click()
    only_for(added(admin, "Escalation ladders", "Add a ladder", "Tell"), "Mills & Daughters")
    saved(admin)

    draft = ("The wheel stands still", "mia@mills.example")
    number = opened_where(stack, lambda seen: resolution(seen)["target_seconds"] == 40 * 3600, *draft)
    first = resolution(ticket(stack, number))["due_at"]
    page = admin.context.new_page()
    page.goto(f"/agent/tickets/{number}")
    expect(page.get_by_text("Mills & Daughters")).to_be_visible()
    expect(page.get_by_text("of 40 h working time left")).to_be_visible()

    admin.get_by_role("tab", name="Calendars").click()
    admin.get_by_role("button", name="Mondays").first.click()
    admin.get_by_role("switch", name="Open around the clock").press("Space")  # a notice may lie over it
    expect(admin.get_by_role("switch", name="Open around the clock")).to_be_checked()
    saved(admin)
    expect(admin.get_by_text("All open tickets follow version")).to_be_visible()
    wait_until(lambda: resolution(ticket(stack, number))["due_at"] < first, why_not=lambda: first)


@pytest.mark.usefixtures("settings")
def test_a_rule_is_tried_dry_and_then_new_tickets_follow_it(stack: LocalStack, visit: Visit):
    before = opened(stack, "The flux capacitor hums")
    assert ticket(stack, before)["team"] == "service-desk"
    admin = visit(stack, "/agent", by=ADMIN)
    settings_page(admin, "Routing rules")
    admin.get_by_role("button", name="Add a rule").click()
    rule = admin.get_by_role("list", name="Routing rules").get_by_role("listitem").last
    rule.get_by_role("textbox", name="Name").fill("capacitors go to operations")
    rule.get_by_role("button", name="Add a condition").click()
    words = rule.get_by_role("combobox", name="Values: Text")
    words.fill("flux capacitor")
    words.press("Enter")
    rule.get_by_role("button", name="Set something").click()
    then = rule.get_by_role("region", name="Then")
    then.get_by_role("combobox", name="Field").click()
    admin.get_by_role("option", name="Team", exact=True).click()
    then.get_by_role("combobox", name="Values: Team").click()
    admin.get_by_role("option", name="IT operations").click()

    trial = admin.get_by_role("region", name="Try it")
    trial.get_by_label("What somebody might write").fill("My flux capacitor is silent.")
    expect(trial.get_by_text("Goes to L2 Specialists, IT operations")).to_be_visible()
    trial.get_by_text("Past tickets", exact=True).click()
    expect(trial.get_by_role("listitem").filter(has_text=before)).to_contain_text("Service desk → IT operations")
    assert ticket(stack, before)["team"] == "service-desk"  # nothing was done yet
    saved(admin)

    number = opened_where(stack, lambda seen: seen["team"] == "it-operations", "The flux capacitor smokes")
    assert ticket(stack, number)["level"] == "L2"
    admin.get_by_role("link", name=re.compile("IT operations")).click()
    expect(admin.locator(f"[data-ticket='{number}']")).to_contain_text("The flux capacitor smokes")
