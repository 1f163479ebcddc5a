"""Cursors: every list gives them sealed, and takes none but its own from who was given it."""

import json
from base64 import urlsafe_b64encode
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import helpdesk
import pytest
from helpdesk.capabilities.knowledge.actions import writing
from helpdesk.channels.inbox import hooks as inbox
from helpdesk.channels.inbox.rules import Note, come
from helpdesk.channels.mail.ports import TakenIn
from helpdesk.channels.mail.rules.register import Outcome, taken
from helpdesk.channels.notices.rules.sent import DeadAddress, MailState
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from msgspec.structs import replace

from tests.builders import projections
from tests.builders.assets import an_asset
from tests.builders.directory import an_agent
from tests.builders.knowledge import a_published, a_text
from tests.builders.mail import an_arrival
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

DOCUMENT: Final = json.loads((Path(helpdesk.__file__).parent / "openapi.json").read_text())
LISTS: Final = sorted(
    (path, parameter["name"])
    for path, methods in DOCUMENT["paths"].items()
    for parameter in methods.get("get", {}).get("parameters", ())
    if parameter["name"] in {"cursor", "before"}
)
TICKETS: Final[list[dict[str, str]]] = [
    {"team": "service-desk"},
    {"assignee": "none"},
    {"requester": "rita"},
    {"organization": "acme"},
    {"team": "service-desk", "priority": "P4"},
]
BEHIND: Final = {"figure": "created", "from": "2026-03-01", "to": "2026-03-08"}
NEEDED: Final[dict[str, dict[str, str]]] = {"/api/reports/{report}/tickets": BEHIND}
EVERY: Final = [
    *((path, name, NEEDED.get(path, {})) for path, name in LISTS if path != "/api/tickets"),
    *(("/api/tickets", "cursor", asked) for asked in TICKETS),
]
SHOWN: Final = {"/api/portal/chat": "messages"}
every_list = pytest.mark.parametrize(("path", "name", "asked"), EVERY)


@pytest.fixture
def full(http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """More of everything than one page holds; a ticket whose timeline has several."""
    monkeypatch.setattr(tickets, "TIMELINE_PAGE", 3)
    for address in ("a@lost.example", "b@lost.example"):
        desk.notices.dead.add(DeadAddress(address=address, state=MailState.BOUNCED, why="", since=desk.clock.now()))
    for which in ("acme", "umbrella"):
        an_organization(desk, id=which, domains=(f"{which}.example",))
    for which in ("printer", "switch"):
        an_asset(desk, id=which, tag="")
    other = http.post("/api/tickets", {"subject": "Another", "description": "x"}, by=rita).body["id"]
    for which in (ticket, other):
        http.patch(f"/api/tickets/{which}", {"organization": "acme"}, by=ada)
    for number in range(4):
        http.post(f"/api/tickets/{ticket}/messages", {"body": str(number)}, by=ada)
    for title in ("one", "two"):
        http.post(f"/api/tickets/{ticket}/level-notes", {"title": title, "body": "x"}, by=ada)
    for which in (ticket, other):
        note = Note(entry="1", concern=Concern.ASSIGNED, at=desk.clock.now())
        desk.mail.register.put(TakenIn(taken=replace(taken(an_arrival(), None, Outcome.MESSAGE), ticket=which)))
        inbox.change(desk, ada.id, TicketId(which), lambda heap, note=note: come(heap, note, note.at))
    projections.found(desk, ticket, other)
    articles(desk, ada)
    projections.counted(desk, ticket, other)
    desk.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    return ticket


def articles(desk: Desk, by: Person) -> None:
    """Two, of more than one version."""
    for article in (a_published(desk), a_published(desk)):
        writing.write(desk, by, article.id, "en", a_text("Another"), article.revision)


def listed(http: Gateway, desk: Desk, path: str, ticket: str, by: Person, **query: Any) -> Reply:
    if path.startswith("/api/portal/"):
        link = status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]
        return http.get(path, link=link, **query)
    few = {} if "{ticket_id}" in path else {"limit": 1}
    newest = desk.knowledge.page(lambda _: True, None, 1).items[0].id
    places = {"ticket_id": ticket, "view_id": "unassigned", "article_id": newest, "language": "en"}
    places["report"] = "flow"
    return http.get(path.format(**places), by=by, **few, **query)


def given(reply: Reply, name: str) -> str:
    found = reply.body["earlier" if name == "before" else "cursor"]
    assert isinstance(found, str), reply.text
    return found


def which(item: dict[str, Any]) -> str:
    """An item of an inbox is called by its ticket, an address by itself, a version by its number."""
    return str(item.get("id") or item.get("address") or item.get("version") or item["ticket"]["id"])


def refused(reply: Reply, name: str) -> bool:
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [name]), reply.text
    return bool(reply.body["errors"][0]["code"] == "cursor")


def test_all_that_goes_on_is_walked():
    assert {path for path, _ in LISTS} == {path for path, _, _ in EVERY}
    assert len(LISTS) >= 6


@every_list
def test_a_list_goes_on_from_the_cursor_it_gave(
    http: Gateway, desk: Desk, ada: Person, full: str, path: str, name: str, asked: dict[str, str]
):
    first = listed(http, desk, path, full, ada, **asked)
    second = listed(http, desk, path, full, ada, **asked, **{name: given(first, name)})
    seen, more = (reply.body[SHOWN.get(path, "timeline") if name == "before" else "items"] for reply in (first, second))
    assert seen
    assert more
    assert not set(map(which, seen)) & set(map(which, more))


@every_list
def test_a_cursor_that_was_tampered_with_is_refused(
    http: Gateway, desk: Desk, ada: Person, full: str, path: str, name: str, asked: dict[str, str]
):
    cursor = given(listed(http, desk, path, full, ada, **asked), name)
    swapped = "A" if cursor[3] != "A" else "B"
    raw = urlsafe_b64encode(b'{"id": {"S": "HD-80000001"}}').decode()
    others = ("", "x", "e30=", "W10=", "\u00ff", "%%%", "\x00", raw, "E#00000001#", "printer", f"{cursor}=",
              f"{cursor[:3]}{swapped}{cursor[4:]}", cursor[:-1], cursor.swapcase())  # fmt: skip
    for other in others:
        assert refused(listed(http, desk, path, full, ada, **asked, **{name: other}), name), other
    assert listed(http, desk, path, full, ada, **asked, **{name: "x" * 2001}).fields == [name]


@every_list
def test_a_cursor_is_for_who_was_given_it(
    http: Gateway, desk: Desk, ada: Person, full: str, path: str, name: str, asked: dict[str, str]
):
    bob = staff(desk, an_agent("Bob"))[0]
    cursor = given(listed(http, desk, path, full, ada, **asked), name)
    elsewhere = "/api/tickets/{ticket_id}" if path.startswith("/api/portal/") else path
    assert refused(listed(http, desk, elsewhere, full, bob, **asked, **{name: cursor}), name)


@every_list
def test_a_cursor_is_for_the_list_that_gave_it(
    http: Gateway, desk: Desk, ada: Person, full: str, path: str, name: str, asked: dict[str, str]
):
    cursor = given(listed(http, desk, path, full, ada, **asked), name)
    for other, other_name, other_asked in EVERY:
        if (other, other_asked) != (path, asked):
            assert refused(listed(http, desk, other, full, ada, **other_asked, **{other_name: cursor}), other_name)


def test_a_cursor_of_one_ticket_leads_into_no_other(http: Gateway, desk: Desk, ada: Person, full: str):
    other = next(which for which in desk.tickets.ids() if which != full)
    cursor = http.get(f"/api/tickets/{full}", by=ada).body["earlier"]
    assert refused(http.get(f"/api/tickets/{other}", by=ada, before=cursor), "before")


def test_requesters_are_refused_alike(http: Gateway, rita: Person, full: str):
    cursor = http.get("/api/tickets", by=rita, limit=1).body["cursor"]
    assert http.get("/api/tickets", by=rita, cursor=cursor, limit=1).body["items"]
    for other in (cursor.swapcase(), "e30=", "nonsense"):
        assert refused(http.get("/api/tickets", by=rita, cursor=other), "cursor")


def test_a_page_may_be_shorter_or_longer_than_the_one_before(http: Gateway, ada: Person, full: str):
    cursor = http.get("/api/tickets", by=ada, team="service-desk", limit=1).body["cursor"]
    assert http.get("/api/tickets", by=ada, team="service-desk", limit=100, cursor=cursor).body["items"]


def test_who_lost_their_role_goes_on_from_nowhere(http: Gateway, desk: Desk, ada: Person, full: str):
    cursor = http.get("/api/tickets", by=ada, requester=ada.id, limit=1).body["cursor"]
    assert cursor is None
    cursor = http.get("/api/tickets", by=ada, team="service-desk", limit=1).body["cursor"]
    claims = {"email": ada.email, "name": ada.name, "cognito:groups": "[]", "iat": "1772442001"}
    assert refused(http.get("/api/tickets", by=claims, team="service-desk", cursor=cursor), "cursor")
    assert desk.directory.person(ada.id).role is Role.REQUESTER
