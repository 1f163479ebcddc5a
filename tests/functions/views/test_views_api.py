"""search_api: views. What they list is what everybody finds who looks at every ticket they may see."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest
from helpdesk.capabilities.views.rules import USUAL
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.listing import waits_for
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

EXPERTS: Final = "network-experts"
PLAN: Final = {"name": "Printers", "question": "printer is:open"}


def projected(desk: Desk) -> None:
    projections.found(desk, *desk.tickets.ids())


def walked(http: Gateway, view: str, by: Person, meanwhile: Callable[[], object] = lambda: None, **asked: Any):
    cursor, found = {}, []
    while True:
        reply = http.get(f"/api/views/{view}/tickets", by=by, **{"limit": 2, **asked}, **cursor)
        assert reply.status == 200, reply.text
        found += [item["id"] for item in reply.body["items"]]
        if reply.body["cursor"] is None:
            return found
        cursor = {"cursor": reply.body["cursor"]}
        meanwhile()


@pytest.fixture
def tickets(http: Gateway, desk: Desk, ada: Person, nadia: Person, rita: Person, mallory: Person) -> list[str]:
    """Of each kind one, as they lie about on a desk."""
    found = []
    for number in range(7):
        by = (rita, mallory)[number % 2]
        found.append(open_ticket(desk, by, subject=f"Printer {number}", description="It smokes.").id)
        desk.clock.advance(timedelta(minutes=5))
    path = "/api/tickets/{}".format
    http.patch(path(found[0]), {"assignee": ada.id, "priority": "P2"}, by=ada)
    http.patch(path(found[1]), {"category": "network"}, by=ada)
    http.post(f"{path(found[1])}/escalations", {"level": "L3", "reason": "a", "tried": "b"}, by=ada)
    http.post(f"{path(found[2])}/transitions", {"state": "pending"}, by=ada)
    http.post(f"{path(found[3])}/transitions", {"state": "solved"}, by=ada)
    http.post(f"{path(found[4])}/participants", {"person": ada.id}, by=ada)
    http.patch(path(found[5]), {"priority": "P3"}, by=ada)
    projected(desk)
    return found


@pytest.fixture
def nadia(desk: Desk) -> Person:
    return staff(desk, an_agent("Nadia", external=True, teams=(EXPERTS,)), team=EXPERTS, level=Level.L3)[0]


def _open(ticket: Ticket) -> bool:
    return not ticket.phase.is_finished


def _due_today(ticket: Ticket, who: Person, now: datetime) -> bool:
    zone = ZoneInfo(who.timezone)
    due = ticket.promise.next_deadline
    return due is not None and due.astimezone(zone).date() <= now.astimezone(zone).date()


NAIVE: Final[dict[str, Callable[[Ticket, Person, datetime], bool]]] = {
    "mine": lambda ticket, who, _: ticket.assignee == who.id and _open(ticket),
    "team": lambda ticket, who, _: ticket.team in who.teams and _open(ticket),
    "unassigned": lambda ticket, _, __: ticket.assignee is None and _open(ticket),
    "due-today": lambda ticket, who, now: _due_today(ticket, who, now) and _open(ticket),
    "breached": lambda ticket, _, __: bool(ticket.promise.breached) and _open(ticket),
    "waiting-for-us": lambda ticket, _, __: waits_for(ticket.phase) == "us",
    "waiting-for-them": lambda ticket, _, __: waits_for(ticket.phase) == "requester",
    "recently-solved": lambda ticket, _, __: ticket.phase == "solved",
    "followed": lambda ticket, who, _: any(each.person == who.id for each in ticket.participants),
}


def test_every_usual_view_lists_and_counts_what_a_look_at_every_ticket_finds(
    http: Gateway, desk: Desk, ada: Person, nadia: Person, tickets: list[str]
):
    assert NAIVE.keys() == USUAL.keys()
    now = desk.clock.now()
    heads = desk.tickets.heads(list(desk.tickets.ids()))
    for who in (ada, nadia):
        counts = http.get("/api/views/counts", by=who).body["counts"]
        for view, holds in NAIVE.items():
            wanted = {each.id for each in heads if access.sees(who.as_actor(), each) and holds(each, who, now)}
            listed = walked(http, view, who)
            assert sorted(listed) == sorted(wanted), (view, who.name)
            assert counts[view]["count"] == len(wanted), (view, who.name)
    assert {view for view in NAIVE if walked(http, view, ada)} == NAIVE.keys() - {"breached"}
    assert walked(http, "team", nadia) == [tickets[1]]


def test_each_comes_once_while_others_write(http: Gateway, desk: Desk, ada: Person, rita: Person, tickets: list[str]):
    def meanwhile() -> None:
        open_ticket(desk, rita, subject="Printer again", description="x")
        for which in tickets:
            http.post(f"/api/tickets/{which}/messages", {"body": "Still."}, by=ada)
        projected(desk)

    made = http.post("/api/views", PLAN | {"order": "newest"}, by=ada).body["id"]
    still_open = [which for which in tickets if which != tickets[3]]
    assert walked(http, made, ada, meanwhile) == still_open[::-1]


@pytest.mark.parametrize("order", ["newest", "changed", "due", "priority"])
def test_whatever_the_order_pages_together_are_the_list(http: Gateway, ada: Person, tickets: list[str], order: str):
    by_twos, whole = (walked(http, "waiting-for-us", ada, order=order, limit=limit) for limit in (2, 100))
    assert by_twos == whole
    assert len(set(whole)) == len(whole) == 5
    if order == "priority":
        assert whole[:2] == [tickets[0], tickets[5]]
    if order == "changed":
        assert whole[-1] == tickets[6]


def test_a_view_is_narrowed_by_what_is_typed_beside_it(http: Gateway, ada: Person, tickets: list[str]):
    assert walked(http, "waiting-for-us", ada, q="priority:P2,P3") == [tickets[0], tickets[5]]
    cursor = http.get("/api/views/waiting-for-us/tickets", by=ada, limit=1).body["cursor"]
    other = http.get("/api/views/waiting-for-us/tickets", by=ada, limit=1, cursor=cursor, q="x")
    assert other.fields == ["cursor"]


def test_a_count_says_where_a_promise_was_missed(http: Gateway, desk: Desk, ada: Person, tickets: list[str]):
    from helpdesk.capabilities.timers.actions import ringing  # noqa: PLC0415 - this one alone waits for it

    assert not http.get("/api/views/counts", by=ada).body["counts"]["waiting-for-us"]["missed"]
    desk.clock.advance(timedelta(days=9))
    ringing.ring(desk, desk.tickets.get(tickets[0]).id)
    projected(desk)
    counts = http.get("/api/views/counts", by=ada).body["counts"]
    assert counts["breached"] == {"count": 1, "missed": True}
    assert [name for name in ("waiting-for-us", "waiting-for-them") if counts[name]["missed"]] == ["waiting-for-us"]


def ids(reply: Reply) -> list[str]:
    return [item["id"] for item in reply.body["items"]]


def test_a_view_is_made_changed_handed_to_a_team_and_taken_away(http: Gateway, desk: Desk, ada: Person):
    lea = staff(desk, an_agent("Lea", role=Role.LEAD, teams=("service-desk",)))[0]
    made = http.post("/api/views", PLAN, by=lea)
    assert (made.status, made.headers["etag"]) == (201, '"1"')
    path = f"/api/views/{made.body['id']}"
    assert made.headers["location"] == path
    assert http.get(path, by=ada).status == 404
    shared = {"sharing": "team", "team": "service-desk", "question": "is:breached", "columns": ["state"]}
    assert http.put(path, PLAN | shared, by=lea, headers={"if-match": '"7"'}).code == "settings_moved"
    saved = http.put(path, PLAN | shared, by=lea, headers={"if-match": '"1"'})
    assert (saved.body["team"], saved.body["mine"]) == ("service-desk", True)
    seen = http.get(path, by=ada)
    assert (seen.body["columns"], seen.body["mine"]) == (["state"], False)
    assert ids(http.get("/api/views", by=ada)) == ids(http.get("/api/views", by=lea)) == [*USUAL, made.body["id"]]
    assert http.send("DELETE", path, by=ada, headers={"if-match": '"2"'}).code == "forbidden"
    assert http.send("DELETE", path, by=lea).code == "revision_needed"
    gone = http.send("DELETE", path, by=lea, headers={"if-match": '"2"'})
    assert ids(gone) == [*USUAL]
    assert http.put(path, PLAN | shared, by=lea, headers={"if-match": '"0"'}).status == 200
    assert made.body["id"] in ids(http.get("/api/views", by=ada))


REFUSED: Final[list[tuple[dict[str, Any], list[str]]]] = [
    ({"question": "is:open frm:ada"}, ["question"]),
    ({"sharing": "team"}, ["team"]),
    ({"sharing": "team", "team": "nobodys"}, ["team"]),
    ({"columns": ["state", "state"]}, ["columns.1"]),
    ({"name": " "}, ["name"]),
    ({"order": "best"}, ["order"]),
]


@pytest.mark.parametrize(("wrong", "fields"), REFUSED)
def test_what_cannot_be_kept_is_refused_at_its_place(
    http: Gateway, desk: Desk, wrong: dict[str, Any], fields: list[str]
):
    root = staff(desk, an_agent("Root", role=Role.ADMIN))[0]
    assert http.post("/api/views", PLAN | wrong, by=root).fields == fields


def test_what_everybody_has_is_nobodys_to_change(http: Gateway, ada: Person):
    for which in ("mine", "counts"):
        assert http.put(f"/api/views/{which}", PLAN, by=ada, headers={"if-match": '"0"'}).fields == ["id"]
    assert http.send("DELETE", "/api/views/mine", by=ada, headers={"if-match": '"0"'}).status == 404
    assert http.post("/api/views", PLAN | {"sharing": "all"}, by=ada).code == "forbidden"


@pytest.mark.parametrize("path", ["", "/counts", "/mine", "/mine/tickets"])
def test_requesters_have_no_views(http: Gateway, rita: Person, path: str):
    assert http.get(f"/api/views{path}", by=rita).code == "forbidden"
    assert http.post("/api/views", PLAN, by=rita).code == "forbidden"
