"""Calls and visits: who has no address, whose words it is, and what was solved while they were there."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.tape import FactKind
from helpdesk.foundation.desk import Desk

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

CALL = {"subject": "Cannot hear callers", "description": "My headset is silent.", "channel": "phone"}


@pytest.fixture
def called(http: Gateway, ada: Person) -> Any:
    def called(requester: Any, **more: Any) -> Reply:
        return http.post("/api/tickets", CALL | {"requester": requester} | more, by=ada)

    return called


def test_who_has_no_address_is_named(called: Any, desk: Desk):
    shown = called({"name": "Anna Meier", "phone": "+49 (0)30 123456"}).body["ticket"]["requester"]
    assert (shown["name"], shown["email"], shown["phone"]) == ("Anna Meier", "", "+4930123456")
    person = desk.directory.person(shown["id"])
    assert (person.email, person.phone, person.role) == ("", "+4930123456", "requester")


def test_a_name_alone_will_do(called: Any):
    shown = called({"name": "Anna"}).body["ticket"]["requester"]
    assert (shown["email"], shown["phone"]) == ("", None)


def test_who_is_known_is_named_by_id(called: Any):
    anna = called({"name": "Anna", "phone": "110"}).body["ticket"]["requester"]
    assert called({"person": anna["id"]}).body["ticket"]["requester"] == anna
    assert called({"name": "Anna"}).body["ticket"]["requester"]["id"] != anna["id"]


@pytest.mark.usefixtures("acme")
def test_who_is_known_by_id_has_the_organization_of_their_address(called: Any, desk: Desk):
    person = called("sam@acme.example").body["ticket"]["requester"]["id"]
    assert called({"person": person}).body["ticket"]["organization"] == "acme"


@pytest.mark.parametrize(
    ("requester", "field", "code"),
    [
        ({"phone": "+4930123456"}, "requester", "nameless"),
        ({}, "requester", "nameless"),
        ({"name": "Anna", "phone": "later"}, "requester.phone", "no_phone"),
        ({"person": "nobody"}, "requester.person", "no_person"),
    ],
)
def test_nobody_is_refused(called: Any, desk: Desk, requester: Any, field: str, code: str):
    reply = called(requester)
    assert (reply.status, reply.fields) == (422, [field])
    assert reply.body["errors"][0]["code"] == code
    assert not list(desk.tickets.ids())


@pytest.mark.parametrize("channel", ["phone", "in_person"])
def test_what_was_said_is_the_callers_noted_by_who_took_the_call(
    called: Any, http: Gateway, ada: Person, rita: Person, channel: str
):
    ticket = called(rita.email, channel=channel).body["id"]
    first = http.get(f"/api/tickets/{ticket}", by=ada).body["timeline"][0]
    assert first["actor"] == {"id": rita.id, "name": rita.name, "role": "requester"}
    assert first["noted"] == {"by": {"id": ada.id, "name": ada.name}, "channel": channel}
    assert first["body"] == CALL["description"]
    public = http.get(f"/api/tickets/{ticket}", by=rita).body["timeline"][0]
    assert (public["actor"]["id"], public["noted"]) == (rita.id, first["noted"])


@pytest.mark.parametrize("channel", ["portal", "web", "api"])
def test_what_staff_write_by_themselves_is_theirs(called: Any, desk: Desk, ada: Person, rita: Person, channel: str):
    entry = desk.tickets.entries(called(rita.email, channel=channel).body["id"])[0]
    assert (entry.actor.id, entry.event.noted_by) == (ada.id, None)


def test_who_calls_for_themselves_notes_nothing(called: Any, desk: Desk, ada: Person):
    entry = desk.tickets.entries(called(ada.email).body["id"])[0]
    assert (entry.actor.id, entry.event.noted_by) == (ada.id, None)


def test_a_call_is_no_answer(called: Any, desk: Desk, rita: Person):
    ticket = desk.tickets.get(called(rita.email).body["id"])
    assert FactKind.AGENT_REPLY not in {fact.kind for fact in ticket.tape}


def test_what_is_solved_on_the_phone_is_answered_and_theirs_who_did_it(
    called: Any, http: Gateway, ada: Person, rita: Person
):
    made = called(rita.email, solved=True).body
    seen = http.get(f"/api/tickets/{made['id']}", by=ada).body
    assert (seen["state"], seen["assignee"]) == ("solved", {"id": ada.id, "name": ada.name})
    assert [entry["type"] for entry in seen["timeline"]] == ["TicketCreated", "TicketAssigned", "StateChanged"]
    assert [entry["actor"]["id"] for entry in seen["timeline"]] == [rita.id, ada.id, ada.id]
    assert {clock["clock"]: clock["state"] for clock in seen["clocks"]} == {
        "first_response": "met",
        "resolution": "met",
    }


def test_it_is_solved_also_by_who_is_of_no_team_that_it_goes_to(http: Gateway, desk: Desk, rita: Person):
    zoe = an_agent("Zoe", teams=())
    desk.directory.put_person(zoe)
    draft = CALL | {"requester": rita.email, "solved": True}
    seen = http.post("/api/tickets", draft, by=zoe).body["ticket"]
    assert (seen["state"], seen["assignee"]) == ("solved", None)


def test_only_staff_say_that_it_is_solved(http: Gateway, desk: Desk, rita: Person):
    assert http.post("/api/tickets", {"subject": "x", "description": "y", "solved": True}, by=rita).status == 403
    assert not list(desk.tickets.ids())


def test_a_call_about_a_ticket_is_its_requesters_message(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "pending"}, by=ada)
    reply = http.post(f"/api/tickets/{ticket}/messages", {"body": "It smokes again.", "channel": "phone"}, by=ada)
    added, moved = reply.body["timeline"]
    assert (added["actor"]["name"], added["noted"]["by"]["name"]) == ("Rita", "Ada")
    assert (added["data"]["by"], added["data"]["via"], moved["data"]["state"]) == ("requester", "noted", "open")


def test_a_call_that_solves_it_answers_it(http: Gateway, desk: Desk, ada: Person, ticket: str):
    draft = {"body": "It smokes no more.", "channel": "phone", "state": "solved"}
    http.post(f"/api/tickets/{ticket}/messages", draft, by=ada)
    kinds = [fact.kind for fact in desk.tickets.get(ticket).tape]
    assert kinds[-3:] == ["requester_message", "agent_reply", "state"]


@pytest.mark.parametrize(
    ("draft", "status"),
    [({"body": "x", "channel": "phone", "visibility": "internal"}, 422), ({"body": "x", "channel": "pigeon"}, 422)],
)
def test_what_somebody_said_is_no_note(http: Gateway, ada: Person, ticket: str, draft: Any, status: int):
    assert http.post(f"/api/tickets/{ticket}/messages", draft, by=ada).status == status


def test_nobody_notes_their_own_call(http: Gateway, rita: Person, ticket: str):
    assert http.post(f"/api/tickets/{ticket}/messages", {"body": "x", "channel": "phone"}, by=rita).status == 403


def test_people_are_found_by_staff_of_the_house(http: Gateway, desk: Desk, ada: Person, rita: Person):
    found = http.get("/api/people", by=ada, q="rit people").body["items"]
    assert found == [
        {
            "id": rita.id,
            "name": "Rita",
            "email": rita.email,
            "phone": None,
            "language": "en",
            "organization": None,
            "organization_name": None,
            "plan": None,
        }
    ]
    (outside,) = staff(desk, an_agent("Olga", external=True))
    assert [http.get("/api/people", by=by, q="rit").status for by in (rita, outside)] == [403, 403]
    assert [http.get("/api/people", by=ada, **more).status for more in ({}, {"q": "x" * 101})] == [422, 422]


def test_how_somebody_is_reached_is_noted_by_staff(http: Gateway, called: Any, ada: Person, rita: Person):
    anna = called({"name": "Anna"}).body["ticket"]["requester"]["id"]
    wanted = {"email": "Anna@Late.example", "phone": "030 123456"}
    reply = http.save(f"/api/people/{anna}/contact", wanted, by=ada)
    assert (reply.body["email"], reply.body["phone"]) == ("anna@late.example", "030123456")
    assert http.save(f"/api/people/{anna}/contact", {"phone": ""}, by=ada).body["phone"] is None
    assert http.save(f"/api/people/{anna}/contact", {"phone": " "}, by=ada).fields == ["phone"]
    assert http.save(f"/api/people/{anna}/contact", {"phone": "110"}, by=rita).status == 403
    assert http.save(f"/api/people/{anna}/contact", {"email": rita.email}, by=ada).fields == ["email"]
