"""tickets_api: what people do with a ticket, and on which revision of it."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk

from tests.gateway import Gateway
from tests.lambdas import invoke

ESCALATION = {"reason": "needs rights", "tried": "restarted it"}
CHANGES = [
    ("PATCH", "", {"subject": "Still burning"}),
    ("POST", "/messages", {"body": "Did you try water?"}),
    ("POST", "/transitions", {"state": "open"}),
    ("POST", "/escalations", ESCALATION),
]
each_change = pytest.mark.parametrize(("method", "rest", "body"), CHANGES)


def types(timeline: list[dict[str, Any]]) -> list[str]:
    return [entry["type"] for entry in timeline]


@pytest.mark.usefixtures("acme")
def test_fields_are_changed(http: Gateway, desk: Desk, ada: Person, ticket: str):
    change = {"subject": "Two printers", "kind": "problem", "category": "hardware", "organization": "acme"}
    reply = http.patch(f"/api/tickets/{ticket}", change, by=ada)
    assert reply.status == 200
    assert {name: reply.body[name] for name in change} == change
    saved = desk.tickets.get(ticket)
    assert {name: getattr(saved, name) for name in change} == change
    assert types(reply.body["timeline"]) == ["TicketUpdated"]


def test_a_category_is_taken_away_again(http: Gateway, desk: Desk, ada: Person, ticket: str):
    nothing = http.patch(f"/api/tickets/{ticket}", {"category": ""}, by=ada)
    assert nothing.body["timeline"] == []
    http.patch(f"/api/tickets/{ticket}", {"category": "hardware"}, by=ada)
    without = http.patch(f"/api/tickets/{ticket}", {"category": ""}, by=ada)
    assert (without.status, without.body["category"]) == (200, None)
    assert desk.tickets.get(ticket).category is None


def test_impact_and_urgency_make_the_priority(http: Gateway, ada: Person, ticket: str):
    reply = http.patch(f"/api/tickets/{ticket}", {"impact": "high", "urgency": "high"}, by=ada)
    assert reply.body["priority"] == "P1"
    reply = http.patch(f"/api/tickets/{ticket}", {"urgency": "low", "priority": "P1"}, by=ada)
    assert (reply.body["priority"], reply.body["urgency"]) == ("P1", "low")


def test_a_change_that_changes_nothing_writes_nothing(http: Gateway, desk: Desk, ada: Person, ticket: str):
    reply = http.patch(f"/api/tickets/{ticket}", {"subject": "The printer is on fire"}, by=ada)
    assert (reply.status, reply.headers["etag"], reply.body["timeline"]) == (200, '"1"', [])
    assert http.patch(f"/api/tickets/{ticket}", {}, by=ada).status == 200
    assert len(desk.tickets.entries(ticket)) == 1


def test_a_ticket_is_given_to_a_person_and_back_to_the_team(http: Gateway, ada: Person, ticket: str):
    given = http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada)
    assert given.body["assignee"] == {"id": "ada", "name": "Ada"}
    kept = http.patch(f"/api/tickets/{ticket}", {"subject": "Without a word about the assignee"}, by=ada)
    assert kept.body["assignee"] == {"id": "ada", "name": "Ada"}
    back = http.patch(f"/api/tickets/{ticket}", {"assignee": None}, by=ada)
    assert back.body["assignee"] is None


@pytest.mark.parametrize("assignee", ["me", "none", "nobody", "rita"])
def test_an_assignee_is_the_id_of_somebody_who_works_here(
    http: Gateway, desk: Desk, ada: Person, ticket: str, assignee: str
):
    reply = http.patch(f"/api/tickets/{ticket}", {"assignee": assignee}, by=ada)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", ["assignee"])
    assert desk.tickets.get(ticket).assignee is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"subject": None}, "subject"),
        ({"priority": "P5"}, "priority"),
        ({"level": "L3"}, "level"),
        ({"team": "it-operations"}, "team"),
        ({"category": "spaceships"}, "category"),
        ({"state": "solved"}, "state"),
        ({"requester": "rita"}, "requester"),
        ({"assignee": 7}, "assignee"),
        ({"revision": 1}, "revision"),
    ],
)
def test_what_cannot_be_changed_is_named(
    http: Gateway, desk: Desk, ada: Person, ticket: str, wrong: dict[str, Any], field: str
):
    reply = http.patch(f"/api/tickets/{ticket}", {"impact": "high"} | wrong, by=ada)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [field])
    assert desk.tickets.get(ticket).impact == "low"


def test_an_agent_answers_and_the_ticket_is_open(http: Gateway, desk: Desk, ada: Person, ticket: str):
    reply = http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    assert reply.status == 201
    assert types(reply.body["timeline"]) == ["MessageAdded", "StateChanged"]
    message = reply.body["timeline"][0]
    assert (message["body"], message["visibility"]) == ("Did you try water?", "public")
    assert message["actor"] == {"id": "ada", "name": "Ada", "role": "agent"}
    assert desk.tickets.get(ticket).state == "open"


def test_a_note_moves_nothing(http: Gateway, desk: Desk, ada: Person, ticket: str):
    body = {"body": "Rita always does this.", "visibility": "internal"}
    reply = http.post(f"/api/tickets/{ticket}/messages", body, by=ada)
    assert (reply.status, types(reply.body["timeline"])) == (201, ["MessageAdded"])
    assert desk.tickets.get(ticket).state == "new"


def test_send_and_set_pending(http: Gateway, ada: Person, ticket: str):
    reply = http.post(f"/api/tickets/{ticket}/messages", {"body": "Which one?", "state": "pending"}, by=ada)
    assert (reply.status, reply.body["state"]) == (201, "pending")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"body": ""}, "body"),
        ({"body": "\n "}, "body"),
        ({"visibility": "secret"}, "visibility"),
        ({"state": "broken"}, "state"),
        ({"by": "ada"}, "by"),
    ],
)
def test_a_message_that_cannot_be_used(http: Gateway, ada: Person, ticket: str, wrong: dict[str, Any], field: str):
    reply = http.post(f"/api/tickets/{ticket}/messages", {"body": "Hello"} | wrong, by=ada)
    assert (reply.status, reply.fields) == (422, [field])


def test_states_follow_their_table(http: Gateway, desk: Desk, ada: Person, ticket: str):
    moved = http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved", "reason": "extinguished"}, by=ada)
    assert (moved.status, moved.body["state"], moved.body["phase"]) == (200, "solved", "solved")
    assert moved.body["timeline"][0]["data"]["reason"] == "extinguished"
    desk.clock.advance(timedelta(hours=1))
    refused = http.post(f"/api/tickets/{ticket}/transitions", {"state": "pending"}, by=ada)
    assert (refused.status, refused.code) == (409, "transition_refused")
    unknown = http.post(f"/api/tickets/{ticket}/transitions", {"state": "burnt"}, by=ada)
    assert (unknown.status, unknown.fields) == (422, ["state"])
    assert desk.tickets.get(ticket).state == "solved"


def test_a_ticket_waits_until_it_comes_back_by_itself(http: Gateway, desk: Desk, ada: Person, ticket: str):
    until = (desk.clock.now() + timedelta(days=2)).isoformat()
    reply = http.post(f"/api/tickets/{ticket}/transitions", {"state": "pending", "until": until}, by=ada)
    assert (reply.status, reply.body["state"], reply.body["until"]) == (200, "pending", "2026-03-04T09:00:00Z")
    desk.clock.advance(timedelta(days=2))
    invoke("ring_timer", {"ticket_id": ticket})
    assert http.get(f"/api/tickets/{ticket}", by=ada).body["state"] == "open"


@pytest.mark.parametrize(
    ("state", "until"),
    [
        ("pending", "2026-03-01T09:00:00Z"),
        ("pending", "2026-03-09T09:00:00"),
        ("pending", "tomorrow"),
        ("solved", "2026-03-09T09:00:00Z"),
    ],
)
def test_a_time_to_wait_until_that_cannot_be_used(http: Gateway, ada: Person, ticket: str, state: str, until: str):
    reply = http.post(f"/api/tickets/{ticket}/transitions", {"state": state, "until": until}, by=ada)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", ["until"])
    assert http.get(f"/api/tickets/{ticket}", by=ada).body["state"] == "new"


def test_saying_solved_twice_is_harmless(http: Gateway, desk: Desk, ada: Person, ticket: str):
    first = http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    again = http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert (again.status, again.headers["etag"]) == (200, first.headers["etag"])
    assert len(desk.tickets.entries(ticket)) == 2


@pytest.mark.parametrize(("method", "rest", "body"), [change for change in CHANGES if change[1] != "/transitions"])
def test_what_is_closed_stays_as_it_is(
    http: Gateway, desk: Desk, ada: Person, ticket: str, method: str, rest: str, body: dict[str, str]
):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "cancelled", "reason": "Twice"}, by=ada)
    reply = http.send(method, f"/api/tickets/{ticket}{rest}", body, by=ada)
    assert (reply.status, reply.code) == (409, "transition_refused")
    assert len(desk.tickets.entries(ticket)) == 2


def test_an_escalation_goes_one_level_up(http: Gateway, desk: Desk, ada: Person, ticket: str):
    reply = http.post(f"/api/tickets/{ticket}/escalations", ESCALATION, by=ada)
    assert (reply.status, reply.body["level"], reply.body["team"]) == (201, "L2", "it-operations")
    assert reply.body["timeline"][0]["data"] | ESCALATION == reply.body["timeline"][0]["data"]
    down = http.post(f"/api/tickets/{ticket}/escalations", ESCALATION | {"level": "L1"}, by=ada)
    assert (down.status, down.fields) == (422, ["level"])


@pytest.mark.parametrize("missing", ["reason", "tried"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_escalation_says_why_and_what_was_tried(
    http: Gateway, ada: Person, ticket: str, missing: str, value: str | None
):
    reply = http.post(f"/api/tickets/{ticket}/escalations", ESCALATION | {missing: value}, by=ada)
    assert (reply.status, reply.fields) == (422, [missing])


def test_an_answer_goes_back_to_the_lower_level(http: Gateway, ada: Person, ticket: str):
    refused = http.post(f"/api/tickets/{ticket}/de-escalations", {"answer": "Plug it in."}, by=ada)
    assert refused.status == 422
    http.post(f"/api/tickets/{ticket}/escalations", ESCALATION, by=ada)
    back = http.post(f"/api/tickets/{ticket}/de-escalations", {"answer": "Plug it in."}, by=ada)
    assert (back.status, back.body["level"], back.body["team"]) == (201, "L1", "service-desk")


@each_change
def test_the_etag_moves_with_what_people_do(
    http: Gateway, ada: Person, ticket: str, method: str, rest: str, body: dict[str, str]
):
    before = http.get(f"/api/tickets/{ticket}", by=ada).headers["etag"]
    changed = http.send(method, f"/api/tickets/{ticket}{rest}", body, by=ada, headers={"if-match": before})
    assert changed.headers["etag"] != before
    now = http.get(f"/api/tickets/{ticket}", by=ada)
    assert now.headers["etag"] == changed.headers["etag"] == f'"{now.body["revision"]}"'


@each_change
@pytest.mark.parametrize("stale", ['"0"', '"99"', 'W/"7"', '"1", "2"', "nonsense", "²", '"' + "9" * 5000 + '"', ""])
def test_an_old_revision_is_answered_with_the_newer_ticket(
    http: Gateway, desk: Desk, ada: Person, ticket: str, method: str, rest: str, body: dict[str, str], stale: str
):
    reply = http.send(method, f"/api/tickets/{ticket}{rest}", body, by=ada, headers={"if-match": stale})
    assert (reply.status, reply.code) == (412, "stale")
    now = http.get(f"/api/tickets/{ticket}", by=ada)
    assert reply.headers["etag"] == now.headers["etag"]
    assert reply.body["current"] == now.body | {"timeline": []}
    assert len(desk.tickets.entries(ticket)) == 1


def test_a_requester_is_shown_their_view_of_the_newer_ticket(http: Gateway, rita: Person, ticket: str):
    path = f"/api/tickets/{ticket}/messages"
    reply = http.post(path, {"body": "Hello?"}, by=rita, headers={"if-match": '"7"'})
    assert reply.status == 412
    assert reply.body["current"] == http.get(f"/api/tickets/{ticket}", by=rita).body | {"timeline": []}
    assert "team" not in reply.body["current"]


@each_change
def test_strangers_learn_nothing_from_a_stale_revision(
    http: Gateway, mallory: Person, ticket: str, method: str, rest: str, body: dict[str, str]
):
    reply = http.send(method, f"/api/tickets/{ticket}{rest}", body, by=mallory, headers={"if-match": '"7"'})
    assert (reply.status, reply.code) == (404, "not_found")


@pytest.mark.parametrize("header", ['"1"', 'W/"1"', "*", "1"])
def test_the_revision_seen_is_taken(http: Gateway, ada: Person, ticket: str, header: str):
    reply = http.patch(f"/api/tickets/{ticket}", {"subject": "b"}, by=ada, headers={"if-match": header})
    assert reply.status == 200
