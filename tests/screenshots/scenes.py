"""What is shown: pages and states, by who sees them and how one gets there. The data is that of the demo."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Page, Route

from tests.stack.local_stack import LocalStack
from tests.stack.mails import a_mail, send, taken

REQUESTER: Final = "requester@demo.example"
AGENT: Final = "agent1@demo.example"
LEAD: Final = "lead@demo.example"
ADMIN: Final = "admin@demo.example"

TICKETS: Final = re.compile(r"/api/tickets\?")


@dataclass(frozen=True, kw_only=True)
class Scene:
    """`before` happens before its page is opened, `then` on the page; what they need waits for itself."""

    name: str
    path: str
    by: str | None = None
    before: Callable[[Page], None] | None = None
    then: Callable[[Page], None] | None = None


def in_hand(card: Mapping[str, Any]) -> bool:
    """All that can be done to a ticket can be done to it."""
    return card["phase"] == "open"


def pressed(*keys: str) -> Callable[[Page], None]:
    def press(page: Page) -> None:
        for key in keys:
            page.keyboard.press(key)

    return press


def unanswered(page: Page) -> None:
    """Lists of tickets are still to come."""
    page.route(TICKETS, lambda _: None)


def answered(status: int, body: Mapping[str, Any]) -> Callable[[Page], None]:
    """Lists of tickets as the service would give them."""

    def answer(page: Page) -> None:
        page.route(TICKETS, lambda route: route.fulfill(status=status, json=body))

    return answer


def offline(page: Page) -> None:
    page.context.set_offline(True)
    page.evaluate("window.dispatchEvent(new Event('offline'))")


def alarmed(page: Page) -> None:
    page.get_by_role("alert").first.wait_for()  # it was asked for a few times


def like_another(page: Page) -> None:
    """What somebody begins to write is the subject of an open request of theirs."""
    page.locator("input[name=subject]").fill("The new screen stays dark")
    page.wait_for_timeout(1500)


def with_words(page: Page) -> None:
    """A form that was sent without anything in it: each field says what it needs."""
    page.locator("form button[type=submit]").last.click()


def with_a_letter(page: Page) -> None:
    """Its page as a mail is drawn in a frame, which comes last."""
    page.locator("iframe").scroll_into_view_if_needed()


def beside(page: Page) -> None:
    """What was said beside the ticket, in the place of its thread."""
    folded = page.get_by_role("button", name=re.compile(r"^\d+ (changes|Änderungen)"))
    if folded.count():
        folded.first.click()
    page.get_by_role("button", name=re.compile("vera@vendor.example")).first.click()


def opened(page: Page) -> None:
    """The first of the page with all there is of it: a rule with its form, a person with their tickets."""
    page.locator("main button[aria-expanded=false]").first.click()


def on_tab(name: str) -> Callable[[Page], None]:
    def show(page: Page) -> None:
        page.get_by_role("tab", name=re.compile(name)).click()

    return show


def typed(key: str, words: str) -> Callable[[Page], None]:
    """What is opened by a key, with something in it."""

    def type_in(page: Page) -> None:
        page.keyboard.press(key)
        page.wait_for_timeout(300)
        page.keyboard.type(words)

    return type_in


def failed_change(page: Page) -> None:
    """A change that the service fails at: said in a notice with its reference."""
    fault = {"status": 500, "json": FAULT, "headers": {"apigw-requestid": "JKJaXmPLvHcESHA="}}
    page.route(re.compile(r"/api/tickets/HD-[^/]+$"), lambda route: _only("PATCH", route, fault))
    page.keyboard.press("p")
    page.locator("[role=menuitem]:not([aria-current])").last.click()
    page.get_by_role("alert").first.wait_for()


def _only(method: str, route: Route, instead: dict[str, Any]) -> None:
    if route.request.method == method:
        route.fulfill(**instead)
    else:
        route.continue_()


FAULT: Final = {"type": "about:blank", "title": "Internal error", "status": 500, "code": "internal_error"}


def scenes(stack: LocalStack) -> Sequence[Scene]:
    desk = stack.client(LEAD)
    tickets = desk.get("/api/tickets", params={"team": "service-desk"}).json()["items"]
    longest = max(filter(in_hand, tickets), key=lambda card: card["revision"])["id"]
    draft = {"subject": "The new screen stays dark", "description": "Since this morning, with any cable."}
    asked = stack.client(REQUESTER).post("/api/tickets", json=draft).json()
    desk.post(f"/api/tickets/{asked['id']}/messages", json={"body": "Does its lamp blink?"})
    letter = {"subject": "A screen that stays dark", "to": ["vera@vendor.example"], "body": "Is there a known fault?"}
    desk.post(f"/api/tickets/{asked['id']}/sides", json=letter)
    spam = a_mail("Sam <sam@mail.example>", "Buy this, today only.", subject="Buy this", X_Local_Verdicts="spam=FAIL")
    send(stack, spam)
    (held,) = taken(stack, spam, "quarantine")
    status = asked["status_url"].removeprefix(stack.base_url)
    words = {"body": "We swap the screen tomorrow at ten.", "at": "2026-11-20T09:00:00Z"}
    for kind, number in (("reply", tickets[0]["id"]), ("note", tickets[1]["id"])):
        stack.client(AGENT).put(f"/api/tickets/{number}/drafts/{kind}", json=words)
    ticket = f"/agent/tickets/{longest}"
    requester = desk.get(f"/api/tickets/{longest}").json()["requester"]["id"]
    return [
        Scene(name="portal", path="/"),
        Scene(name="portal-form", path="/new"),
        Scene(name="portal-topic", path="/new/device"),
        Scene(name="portal-refused", path="/new", then=with_words),
        Scene(name="portal-signed-in", path="/", by=REQUESTER),
        Scene(name="portal-alike", path="/new", by=REQUESTER, then=like_another),
        Scene(name="portal-requests", path="/tickets", by=REQUESTER),
        Scene(name="portal-status", path=status),
        Scene(name="portal-expired", path="/ticket#old"),
        Scene(name="portal-not-found", path="/nowhere"),
        Scene(name="welcome", path="/agent"),
        Scene(name="mine", path="/agent/mine", by=AGENT),
        Scene(name="team", path="/agent/teams/service-desk", by=AGENT),
        Scene(name="list-loading", path="/agent/mine", by=AGENT, before=unanswered),
        Scene(name="list-empty", path="/agent/mine", by=AGENT, before=answered(200, {"items": [], "cursor": None})),
        Scene(name="list-failed", path="/agent/mine", by=AGENT, before=answered(500, FAULT), then=alarmed),
        Scene(name="list-offline", path="/agent/mine", by=AGENT, then=offline),
        Scene(name="list-filter", path="/agent/teams/service-desk", by=AGENT, then=typed("f", "state")),
        Scene(name="list-chosen", path="/agent/teams/service-desk", by=AGENT, then=pressed("j", "x", "j", "x")),
        Scene(name="list-full", path="/agent/teams/service-desk", by=AGENT, then=pressed("v")),
        Scene(name="list-ordered", path="/agent/teams/service-desk?order=priority", by=AGENT),
        Scene(name="list-peek", path="/agent/teams/service-desk", by=AGENT, then=pressed("j", " ")),
        Scene(name="mine-due-today", path="/agent/mine?due=today", by=AGENT),
        Scene(name="list-beside-ticket", path=f"/agent/teams/service-desk?t={longest}", by=LEAD),
        Scene(name="inbox", path="/agent/inbox", by=AGENT),
        Scene(name="ticket-beside", path=ticket, by=LEAD, then=pressed("V")),
        Scene(name="ticket-side", path=f"/agent/tickets/{asked['id']}", by=LEAD, then=beside),
        Scene(name="inbox-later", path="/agent/inbox", by=AGENT, then=pressed("j", "w")),
        Scene(name="drafts", path="/agent/drafts", by=AGENT),
        Scene(name="search", path="/agent/search?q=screen", by=LEAD),
        Scene(name="view", path="/agent/views/waiting-for-us", by=LEAD),
        Scene(name="figures", path="/agent/figures", by=LEAD),
        Scene(name="person", path=f"/agent/people/{requester}", by=LEAD),
        Scene(name="palette", path="/agent/mine", by=LEAD, then=pressed("/")),
        Scene(name="palette-found", path="/agent/mine", by=LEAD, then=typed("/", "se")),
        Scene(name="call", path="/agent/mine", by=LEAD, then=pressed("c")),
        Scene(name="ticket", path=ticket, by=LEAD),
        Scene(name="ticket-reply", path=ticket, by=LEAD, then=pressed("r")),
        Scene(name="ticket-note", path=ticket, by=LEAD, then=pressed("n")),
        Scene(name="ticket-wait", path=ticket, by=LEAD, then=pressed("w")),
        Scene(name="ticket-escalate", path=ticket, by=LEAD, then=pressed("e")),
        Scene(name="ticket-hand-over", path=ticket, by=LEAD, then=pressed("h")),
        Scene(name="ticket-state", path=ticket, by=LEAD, then=pressed("s")),
        Scene(name="ticket-assign", path=ticket, by=LEAD, then=pressed("a")),
        Scene(name="ticket-failed", path=ticket, by=LEAD, then=failed_change),
        Scene(name="ticket-not-found", path="/agent/tickets/HD-00000000", by=AGENT),
        Scene(name="new-ticket", path="/agent/new", by=AGENT),
        Scene(name="keys", path="/agent/mine", by=AGENT, then=pressed("?")),
        Scene(name="not-found", path="/agent/nowhere", by=AGENT),
        Scene(name="my-settings", path="/agent/me", by=AGENT),
        Scene(name="team-now", path="/agent/now", by=LEAD),
        Scene(name="team-now-person", path="/agent/now", by=LEAD, then=opened),
        Scene(name="settings", path="/agent/settings", by=ADMIN),
        Scene(name="settings-teams", path="/agent/settings/teams", by=ADMIN),
        Scene(name="settings-team", path="/agent/settings/teams/service-desk", by=ADMIN),
        Scene(name="settings-person", path="/agent/settings/people/agent1", by=ADMIN),
        Scene(name="settings-planner", path="/agent/settings/planner", by=ADMIN),
        Scene(name="settings-organizations", path="/agent/settings/organizations", by=ADMIN),
        Scene(name="settings-assets", path="/agent/settings/assets", by=ADMIN),
        Scene(name="settings-sla", path="/agent/settings/sla", by=ADMIN),
        Scene(name="settings-calendars", path="/agent/settings/sla", by=ADMIN, then=on_tab("Calendars|Kalender")),
        Scene(name="settings-ladders", path="/agent/settings/sla", by=ADMIN, then=on_tab("ladders|leitern")),
        Scene(name="settings-letters", path="/agent/settings/letters", by=ADMIN, then=with_a_letter),
        Scene(name="settings-routing", path="/agent/settings/routing", by=ADMIN),
        Scene(name="settings-routing-rule", path="/agent/settings/routing", by=ADMIN, then=opened),
        Scene(name="settings-chat", path="/agent/settings/chat", by=ADMIN),
        Scene(name="settings-topics", path="/agent/settings/topics", by=ADMIN),
        Scene(name="settings-topic", path="/agent/settings/topics", by=ADMIN, then=opened),
        Scene(name="settings-mailboxes", path="/agent/settings/mailboxes", by=ADMIN),
        Scene(name="settings-mails", path="/agent/settings/mails", by=ADMIN),
        Scene(name="settings-mail", path=f"/agent/settings/mails/{held['id']}", by=ADMIN),
        Scene(name="settings-undeliverable", path="/agent/settings/undeliverable", by=ADMIN),
        Scene(name="settings-refused", path="/agent/settings", by=AGENT),
    ]
