"""workspace_api and notify_people: what concerns somebody waits for them, ticket by ticket, until they are done."""

from datetime import timedelta
from typing import Any, Final

import pytest
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, Scale, TicketId
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

PATH: Final = "/api/me/inbox"
NOWHERE: Final = {"app": False, "mail": False, "push": False}


@pytest.fixture
def bob(desk: Desk) -> Person:
    return staff(desk, an_agent("Bob"))[0]


@pytest.fixture
def given(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str) -> str:
    """A ticket that Bob gave to Ada."""
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=bob)
    tell(desk, ticket)
    return ticket


def tell(desk: Desk, ticket: str, *types: str) -> None:
    for fact in facts_of(desk, ticket, *types):
        invoke("notify_people", fact)


def inbox(http: Gateway, by: Person) -> dict[str, list[str]]:
    """What stands in somebody's inbox: the concerns of each ticket, the newest ticket first."""
    items = http.get(PATH, by=by).body["items"]
    assert http.get(f"{PATH}/count", by=by).body == {"count": len(items)}
    return {item["ticket"]["id"]: [note["concern"] for note in item["notes"]] for item in items}


def mails(desk: Desk, person: Person) -> int:
    return sum(mail.to == person.email for mail in desk.notices.mailer.sent)


def test_what_concerns_somebody_is_grouped_by_ticket(
    http: Gateway, desk: Desk, ada: Person, bob: Person, rita: Person, given: str
):
    http.post(f"/api/tickets/{given}/messages", {"body": "It burns."}, by=rita)
    other = open_ticket(desk, rita).id
    http.patch(f"/api/tickets/{other}", {"assignee": ada.id}, by=bob)
    for ticket in (given, other):
        desk.clock.advance(timedelta(seconds=1))
        tell(desk, ticket)
    assert inbox(http, ada) == {other: ["assigned"], given: ["assigned", "replied"]}
    assert inbox(http, bob) == {}


def test_an_item_shows_the_ticket_as_it_is_now_and_no_word_of_it_is_kept(
    http: Gateway, desk: Desk, ada: Person, given: str
):
    http.patch(f"/api/tickets/{given}", {"subject": "The printer is out"}, by=ada)
    (item,) = http.get(PATH, by=ada).body["items"]
    assert item["ticket"]["subject"] == "The printer is out"
    assert item["ticket"] == http.get("/api/tickets", by=ada, assignee="me").body["items"][0]
    assert "printer" not in str(desk.inbox.heap(ada.id, TicketId(given)))


@pytest.mark.parametrize("times", [1, 2])
def test_a_fact_that_is_delivered_again_is_no_news(http: Gateway, desk: Desk, ada: Person, given: str, times: int):
    http.put(f"{PATH}/{given}", {"place": "done"}, by=ada)
    for _ in range(times):
        tell(desk, given)
    assert inbox(http, ada) == {}
    assert mails(desk, ada) == 1


def test_nobody_is_told_of_what_they_did_themselves(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    tell(desk, ticket)
    assert inbox(http, ada) == {}


def test_what_requesters_are_told_is_in_no_inbox(http: Gateway, desk: Desk, ada: Person, rita: Person, given: str):
    http.post(f"/api/tickets/{given}/messages", {"body": "Did you try water?", "state": "solved"}, by=ada)
    tell(desk, given)
    assert mails(desk, rita) == 2
    assert desk.inbox.page(rita.id, desk.clock.now(), None, 9).heaps == ()


def escalated(http: Gateway, desk: Desk, by: Person, ticket: str) -> None:
    http.post(f"/api/tickets/{ticket}/escalations", {"reason": "a", "tried": "b"}, by=by)


def handed_over(http: Gateway, desk: Desk, by: Person, ticket: str) -> None:
    http.patch(f"/api/tickets/{ticket}", {"assignee": by.id}, by=by)
    wish = {"person": "ada", "summary": "a", "next_step": "b"}
    assert http.post(f"/api/tickets/{ticket}/hand-overs", wish, by=by).status == 201


def breached(http: Gateway, desk: Desk, by: Person, ticket: str) -> None:
    desk.clock.set(desk.tickets.get(TicketId(ticket)).promise.next_deadline)
    ringing.ring(desk, TicketId(ticket))


@pytest.mark.parametrize(
    ("happens", "concern"), [(escalated, "escalated"), (handed_over, "handed_over"), (breached, "escalated")]
)
def test_every_kind_of_concern_comes_in(
    http: Gateway, desk: Desk, ada: Person, bob: Person, given: str, happens: Any, concern: str
):
    http.put(f"{PATH}/{given}", {"place": "done"}, by=ada)
    happens(http, desk, bob, given)
    tell(desk, given)
    assert concern in inbox(http, ada)[given]


def test_who_a_ladder_tells_is_mailed_whatever_the_hour(http: Gateway, desk: Desk, ada: Person):
    chosen = {"notifications": {"paged": NOWHERE | {"mail": True}}, "quiet_hours": {"start": "00:00", "end": "23:59"}}
    http.save("/api/me/settings", chosen, by=ada)
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    ladders.climb(desk, ticket.id, "page@1:created")
    tell(desk, ticket.id, "LadderStepTaken")
    assert (mails(desk, ada), inbox(http, ada)) == (1, {})


def test_people_are_told_by_the_ways_they_chose(http: Gateway, desk: Desk, ada: Person, rita: Person, given: str):
    mailed = mails(desk, ada)
    http.put(f"{PATH}/{given}", {"place": "done"}, by=ada)
    for ways, expected in (
        (NOWHERE, (0, {})),
        (NOWHERE | {"app": True}, (0, {given: ["replied"]})),
        (NOWHERE | {"mail": True}, (1, {given: ["replied"]})),
    ):
        http.save("/api/me/settings", {"notifications": {"replied": ways}}, by=ada)
        http.post(f"/api/tickets/{given}/messages", {"body": "Well?"}, by=rita)
        before = mails(desk, ada)
        invoke("notify_people", facts_of(desk, given, "MessageAdded")[-1])
        assert (mails(desk, ada) - before, inbox(http, ada)) == expected
    assert mails(desk, ada) == mailed + 1


def test_in_quiet_hours_it_waits_in_the_inbox(http: Gateway, desk: Desk, ada: Person, rita: Person, given: str):
    desk.directory.put_person(replace(ada, timezone="Europe/Berlin"))
    chosen = {"quiet_hours": {"start": "20:00", "end": "07:00"}, "notifications": {"replied": NOWHERE | {"mail": True}}}
    http.save("/api/me/settings", chosen, by=ada)
    http.put(f"{PATH}/{given}", {"place": "done"}, by=ada)
    before = mails(desk, ada)
    desk.clock.set(desk.clock.now().replace(hour=19, minute=30))  # in Berlin it is 20:30
    http.post(f"/api/tickets/{given}/messages", {"body": "Well?"}, by=rita)
    tell(desk, given)
    assert (mails(desk, ada), inbox(http, ada)) == (before, {given: ["replied"]})


def test_done_is_done_until_something_comes(http: Gateway, desk: Desk, ada: Person, rita: Person, given: str):
    assert http.put(f"{PATH}/{given}", {"place": "done"}, by=ada).body == {"count": 0, "revision": 2}
    assert inbox(http, ada) == {}
    http.post(f"/api/tickets/{given}/messages", {"body": "Well?"}, by=rita)
    tell(desk, given)
    assert inbox(http, ada) == {given: ["replied"]}


def test_done_can_be_undone(http: Gateway, ada: Person, given: str):
    http.put(f"{PATH}/{given}", {"place": "done"}, by=ada)
    assert http.put(f"{PATH}/{given}", {"place": "open"}, by=ada).body == {"count": 1, "revision": 3}
    assert http.put(f"{PATH}/{given}", {"place": "open"}, by=ada).body == {"count": 1, "revision": 3}
    assert inbox(http, ada) == {given: ["assigned"]}


def test_later_is_later(http: Gateway, desk: Desk, ada: Person, given: str):
    until = desk.clock.now() + timedelta(hours=3)
    reply = http.put(f"{PATH}/{given}", {"place": "later", "until": until.isoformat()}, by=ada)
    assert (reply.body, inbox(http, ada)) == ({"count": 0, "revision": 2}, {})
    desk.clock.set(until)
    assert inbox(http, ada) == {given: ["assigned"]}


@pytest.mark.parametrize(
    ("wish", "field", "code"),
    [
        ({"place": "later"}, "until", "until_when"),
        ({"place": "later", "until": "2020-01-01T00:00:00Z"}, "until", "passed"),
        ({"place": "later", "until": "2090-01-01T00:00:00Z"}, "until", "too_late"),
        ({"place": "bin"}, "place", "enum"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    http: Gateway, ada: Person, given: str, wish: dict[str, str], field: str, code: str
):
    reply = http.put(f"{PATH}/{given}", wish, by=ada)
    assert (reply.status, [(e["field"], e["code"]) for e in reply.body["errors"]]) == (422, [(field, code)])
    assert inbox(http, ada) == {given: ["assigned"]}


@pytest.mark.parametrize("which", ["HD-8ZZZZZZZ", "nothing", "ö" * 64])
def test_what_was_never_in_it_cannot_be_put_away(http: Gateway, ada: Person, which: str):
    assert http.put(f"{PATH}/{which}", {"place": "done"}, by=ada).code == "not_found"


def test_who_says_what_they_saw_puts_away_no_more_than_that(
    http: Gateway, desk: Desk, ada: Person, rita: Person, given: str
):
    (item,) = http.get(PATH, by=ada).body["items"]
    http.post(f"/api/tickets/{given}/messages", {"body": "Well?"}, by=rita)
    tell(desk, given)
    seen = {"if-match": f'"{item["revision"]}"'}
    late = http.put(f"{PATH}/{given}", {"place": "done"}, by=ada, headers=seen)
    assert (late.status, late.code) == (412, "inbox_moved")
    assert inbox(http, ada) == {given: ["assigned", "replied"]}


def test_a_ticket_that_one_may_not_read_any_more_is_not_there(
    http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str
):
    nadia = staff(desk, an_agent("Nadia", external=True))[0]
    http.patch(f"/api/tickets/{ticket}", {"assignee": nadia.id}, by=bob)
    tell(desk, ticket)
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=bob)
    assert inbox(http, nadia) == {ticket: ["assigned"]}
    desk.directory.put_person(replace(nadia, teams=()))
    assert inbox(http, nadia) == {}


@pytest.mark.parametrize("path", [PATH, f"{PATH}/count"])
def test_requesters_have_none(http: Gateway, rita: Person, path: str):
    assert http.get(path, by=rita).status == 403
    assert http.put(f"{PATH}/HD-1", {"place": "done"}, by=rita).status == 403


def test_a_cursor_is_of_who_got_it(http: Gateway, desk: Desk, ada: Person, bob: Person, rita: Person):
    tickets = [open_ticket(desk, rita).id for _ in range(3)]
    for ticket in tickets:
        http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=bob)
        desk.clock.advance(timedelta(seconds=1))
        tell(desk, ticket)
    first = http.get(PATH, by=ada, limit=2).body
    rest = http.get(PATH, by=ada, limit=2, cursor=first["cursor"]).body
    found = [item["ticket"]["id"] for item in first["items"] + rest["items"]]
    assert (found, rest["cursor"]) == (tickets[::-1], None)
    assert http.get(PATH, by=bob, cursor=first["cursor"]).status == 422


def test_open_browsers_hear_how_many_there_are(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    for person in (ada, bob):
        desk.live.board.issue(person.id, person.as_actor(), timedelta(minutes=1))
        desk.live.board.admit(person.id, f"at-{person.id}")
        desk.live.board.watch(f"at-{person.id}", [f"person:{person.id}"], staff=True)
    http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=bob)
    tell(desk, ticket)
    http.put(f"{PATH}/{ticket}", {"place": "done"}, by=ada)
    own = {"type": "inbox", "topics": ["person:ada"]}
    assert desk.live.browsers.pushed == [
        ("at-ada", own | {"count": 1, "ticket_id": ticket, "concern": "assigned"}),
        ("at-ada", own | {"count": 0}),
    ]


def test_who_is_no_longer_staff_keeps_nothing_to_read(http: Gateway, ada: Person, given: str):
    assert http.get(PATH, by=replace(ada, role=Role.REQUESTER)).status == 403
