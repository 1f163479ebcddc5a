"""Handing over by hand: to a team or a person of the same level, with what they need to go on."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.wanted import concerns_assignment
from helpdesk.channels.publishing.rules import envelope
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

BRIEF = {"summary": "SECRET summary", "next_step": "SECRET step"}


@pytest.fixture
def bob(desk: Desk) -> Person:
    return staff(desk, an_agent("Bob"))[0]


@pytest.fixture
def nina(desk: Desk) -> Person:
    """Works at the same level in another office."""
    return staff(desk, an_agent("Nina", teams=("night-desk",)), team="night-desk")[0]


@pytest.fixture
def olga(desk: Desk) -> Person:
    return staff(desk, an_agent("Olga", teams=("it-operations",)), team="it-operations", level=Level.L2)[0]


def handed(http: Gateway, ticket: str, by: Person, **more: Any) -> Any:
    return http.post(f"/api/tickets/{ticket}/hand-overs", BRIEF | more, by=by)


def test_a_person_gets_it_with_all_they_need(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": "ada"}, by=ada)
    reply = handed(http, ticket, ada, person="bob", deadline="2026-03-03T12:00:00Z")
    assert (reply.status, reply.body["assignee"], reply.body["team"]) == (
        201,
        {"id": "bob", "name": "Bob"},
        "service-desk",
    )
    (entry,) = reply.body["timeline"]
    assert (entry["type"], entry["visibility"], entry["body"]) == ("TicketHandedOver", "internal", BRIEF["summary"])
    told = {name: entry["data"][name] for name in ("cause", "previous", "next_step", "deadline")}
    assert told == {
        "cause": "manual",
        "previous": "ada",
        "next_step": BRIEF["next_step"],
        "deadline": "2026-03-03T12:00:00Z",
    }


def test_what_comes_next_need_not_be_said(http: Gateway, ada: Person, bob: Person, ticket: str):
    for brief, to in (({}, "bob"), ({"next_step": None}, "ada")):
        wish = {"summary": "It waits for a part.", "person": to, **brief}
        reply = http.post(f"/api/tickets/{ticket}/hand-overs", wish, by=ada)
        assert (reply.status, reply.body["assignee"]["id"]) == (201, to)
        assert "next_step" not in reply.body["timeline"][-1]["data"]


def test_somebody_of_another_office_takes_it_there(http: Gateway, desk: Desk, ada: Person, nina: Person, ticket: str):
    assert handed(http, ticket, ada, person="nina").body["team"] == "night-desk"
    assignment.assign(desk, ticket, "night-desk")
    assert set(desk.assignment.boards.board("night-desk").load("nina").held) == {ticket}


def test_a_team_finds_somebody_and_not_who_gave_it_back(
    http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str
):
    http.patch(f"/api/tickets/{ticket}", {"assignee": "ada"}, by=ada)
    assert handed(http, ticket, ada, team="service-desk").body["assignee"] is None
    assignment.assign(desk, ticket, "service-desk")
    assert desk.tickets.get(ticket).assignee == "bob"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({}, "body"),
        ({"person": "nobody"}, "person"),
        ({"person": "rita"}, "person"),
        ({"person": "ada"}, "person"),
        ({"person": "bob", "team": "night-desk"}, "person"),
        ({"person": "olga"}, "team"),
        ({"team": "it-operations"}, "team"),
        ({"team": "nowhere"}, "team"),
        ({"person": "bob", "deadline": "2026-03-02T08:00:00Z"}, "deadline"),
        ({"person": "bob", "deadline": "2026-03-03T08:00:00"}, "deadline"),
        ({"person": "bob", "summary": " "}, "summary"),
        ({"person": "bob", "next_step": ""}, "next_step"),
    ],
)
@pytest.mark.usefixtures("bob", "nina", "olga", "rita")
def test_what_cannot_be_is_refused_at_its_place(http: Gateway, ada: Person, ticket: str, more: Any, field: str):
    http.patch(f"/api/tickets/{ticket}", {"assignee": "ada"}, by=ada)
    reply = handed(http, ticket, ada, **more)
    assert (reply.status, reply.fields) == (422, [field])


COULD_NOT_KEEP_IT: dict[str, tuple[Callable[[Desk, Person], None], str]] = {
    "absent": (lambda desk, bob: desk.staffing.put_availability(bob, Availability(absences=(NOW,))), "is_away"),
    "of another team": (
        lambda desk, bob: desk.directory.put_person(replace(bob, teams=("night-desk",))),
        "not_in_team",
    ),
    "of no team": (lambda desk, bob: desk.directory.put_person(replace(bob, teams=())), "not_in_team"),
    "no staff any more": (lambda desk, bob: desk.directory.put_person(replace(bob, role=Role.REQUESTER)), "no_staff"),
    "deactivated": (lambda desk, bob: desk.directory.put_person(replace(bob, active=False)), "no_staff"),
}
NOW = Absence(start=MONDAY_MORNING, end=MONDAY_MORNING + timedelta(days=9))


@pytest.mark.parametrize("way", ["patched", "handed over"])
@pytest.mark.parametrize("how", COULD_NOT_KEEP_IT)
def test_it_is_given_to_nobody_who_could_not_keep_it(
    http: Gateway, desk: Desk, ada: Person, bob: Person, nina: Person, ticket: str, way: str, how: str
):
    act, code = COULD_NOT_KEEP_IT[how]
    act(desk, bob)
    if way == "patched":
        reply, field = http.patch(f"/api/tickets/{ticket}", {"assignee": "bob"}, by=ada), "assignee"
    else:
        reply, field = handed(http, ticket, ada, person="bob", team="service-desk"), "person"
    (error,) = reply.body["errors"]
    assert (reply.status, error["field"], error["code"]) == (422, field, code)
    assert [entry.type for entry in desk.tickets.entries(ticket)] == ["TicketCreated"]


def test_who_comes_back_from_an_absence_is_given_tickets_again(
    http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str
):
    desk.staffing.put_availability(bob, Availability(absences=(NOW,)))
    desk.clock.set(NOW.end)
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": "bob"}, by=ada).body["assignee"]["id"] == "bob"
    assignment.assign(desk, ticket, "service-desk")
    assert desk.tickets.get(ticket).assignee == "bob"


def test_what_is_solved_is_not_handed_over(http: Gateway, ada: Person, bob: Person, ticket: str):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert handed(http, ticket, ada, person="bob").status == 409


def test_a_repeated_request_hands_over_once(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    path, key = f"/api/tickets/{ticket}/hand-overs", {"idempotency-key": "k"}
    replies = [http.post(path, BRIEF | {"person": "bob"}, by=ada, headers=key) for _ in range(2)]
    assert [reply.status for reply in replies] == [201, 201]
    assert [entry.type for entry in desk.tickets.entries(ticket)] == ["TicketCreated", "TicketHandedOver"]


def test_the_words_stay_off_the_bus(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    handed(http, ticket, ada, person="bob")
    entry = desk.tickets.entries(ticket)[-1]
    assert "SECRET" not in str(envelope(entry, arm=False).detail)
    assert concerns_assignment(entry)
