"""Idempotency-Key on every POST: a retry gets the first answer, even when the ticket has moved on."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.gateway import Gateway, Reply

DRAFT = {"subject": "The printer is on fire", "description": "It smokes."}
KEY = {"idempotency-key": "one"}
POSTS = {
    "/messages": {"body": "Did you try water?"},
    "/transitions": {"state": "solved"},
    "/escalations": {"reason": "a", "tried": "b"},
}
each_post = pytest.mark.parametrize(("rest", "body"), POSTS.items())


def versions(desk: Desk, ticket: str) -> int:
    return desk.tickets.get(TicketId(ticket)).version


def same(first: Reply, again: Reply) -> bool:
    """The same but for the status link, which is signed anew, and for clocks, which go on."""
    return _lasting(first) == _lasting(again) and first.status == again.status


def _lasting(reply: Reply) -> Any:
    body = reply.body
    ticket = body.get("ticket", body)
    return ticket | {"clocks": None}, body["id"], reply.headers["etag"], reply.headers.get("location")


def test_a_ticket_is_opened_once(http: Gateway, desk: Desk, rita: Person):
    first, again = (http.post("/api/tickets", DRAFT, by=rita, headers=KEY) for _ in range(2))
    assert same(first, again)
    assert len(list(desk.tickets.ids())) == 1
    other = http.post("/api/tickets", DRAFT, by=rita, headers={"idempotency-key": "two"})
    assert other.body["id"] != first.body["id"]


@each_post
def test_a_change_is_made_once(http: Gateway, desk: Desk, ada: Person, ticket: str, rest: str, body: dict[str, str]):
    first, again = (http.post(f"/api/tickets/{ticket}{rest}", body, by=ada, headers=KEY) for _ in range(2))
    assert same(first, again)
    assert first.body["timeline"]
    assert versions(desk, ticket) == 2


@each_post
def test_the_first_answer_is_given_when_the_ticket_has_moved_on(
    http: Gateway, desk: Desk, ada: Person, ticket: str, rest: str, body: dict[str, str]
):
    first = http.post(f"/api/tickets/{ticket}{rest}", body, by=ada, headers=KEY)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "And now?", "state": "open"}, by=ada)
    http.patch(f"/api/tickets/{ticket}", {"subject": "Another one"}, by=ada)
    again = http.post(f"/api/tickets/{ticket}{rest}", body, by=ada, headers=KEY)
    assert same(first, again)
    assert desk.tickets.get(TicketId(ticket)).subject == "Another one"


def test_a_retry_is_not_refused_by_its_own_effect(http: Gateway, desk: Desk, ada: Person, ticket: str):
    """Solved cannot be solved from closed, and the revision is no longer the one the first try was based on."""
    headers = KEY | {"if-match": '"1"'}
    path = f"/api/tickets/{ticket}/transitions"
    first = http.post(path, {"state": "cancelled", "reason": "Twice"}, by=ada, headers=headers)
    again = http.post(path, {"state": "cancelled", "reason": "Twice"}, by=ada, headers=headers)
    assert same(first, again)
    assert versions(desk, ticket) == 2


def test_a_change_that_changed_nothing_is_remembered_too(http: Gateway, desk: Desk, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}/transitions"
    first = http.post(path, {"state": "new"}, by=ada, headers=KEY)
    http.post(path, {"state": "solved"}, by=ada)
    again = http.post(path, {"state": "new"}, by=ada, headers=KEY)
    assert (first.status, again.status, again.body["state"]) == (200, 200, "new")
    assert desk.tickets.get(TicketId(ticket)).state == "solved"


@each_post
def test_another_payload_under_the_key_is_refused(
    http: Gateway, desk: Desk, ada: Person, ticket: str, rest: str, body: dict[str, str]
):
    path = f"/api/tickets/{ticket}{rest}"
    http.post(path, body, by=ada, headers=KEY)
    changed = {name: "pending" if name == "state" else f"{value}!" for name, value in body.items()}
    refused = http.post(path, changed, by=ada, headers=KEY)
    assert (refused.status, refused.code) == (422, "idempotency_key_reused")
    assert versions(desk, ticket) == 2


def test_the_order_of_fields_does_not_make_another_payload(http: Gateway, desk: Desk, rita: Person):
    http.post("/api/tickets", DRAFT, by=rita, headers=KEY)
    again = http.post("/api/tickets", dict(reversed(DRAFT.items())), by=rita, headers=KEY)
    assert again.status == 201
    assert len(list(desk.tickets.ids())) == 1


def test_a_key_is_its_users_own(http: Gateway, rita: Person, mallory: Person):
    first = http.post("/api/tickets", DRAFT, by=rita, headers=KEY)
    other = http.post("/api/tickets", DRAFT, by=mallory, headers=KEY)
    assert (other.status, other.body["ticket"]["requester"]["id"]) == (201, "mallory")
    assert first.body["id"] != other.body["id"]


def test_a_key_is_its_routes_and_tickets_own(http: Gateway, ada: Person, ticket: str, rita: Person):
    other = http.post("/api/tickets", DRAFT, by=rita).body["id"]
    for which in (ticket, other):
        reply = http.post(f"/api/tickets/{which}/messages", {"body": "Hello"}, by=ada, headers=KEY)
        assert (reply.status, reply.body["id"]) == (201, which)
    assert http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada, headers=KEY).status == 200


def test_a_refused_request_does_not_use_up_its_key(http: Gateway, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}/messages"
    assert http.post(path, {"body": "x"}, by=ada, headers=KEY | {"if-match": '"9"'}).status == 412
    assert http.post(path, {"body": ""}, by=ada, headers=KEY).status == 422
    assert http.post(path, {"body": "x"}, by=ada, headers=KEY | {"if-match": '"1"'}).status == 201


@pytest.mark.parametrize("key", ["x" * 5000, "ключ 🔑", " ", "../..", "a/b"])
def test_any_key_will_do(http: Gateway, desk: Desk, rita: Person, key: str):
    for _ in range(2):
        assert http.post("/api/tickets", DRAFT, by=rita, headers={"idempotency-key": key}).status == 201
    assert len(list(desk.tickets.ids())) == 1


def test_a_guests_key_is_the_tickets_own(http: Gateway, desk: Desk, rita: Person, ticket: str):
    """Two links of one person: what is said by the second is not taken for what was said by the first."""
    other = http.post("/api/tickets", DRAFT, by=rita).body["id"]
    for which in (ticket, other):
        link = status_link(desk, desk.tickets.get(TicketId(which))).partition("#")[2]
        reply = http.post("/api/portal/ticket/messages", {"body": "Hello"}, link=link, headers=KEY)
        assert (reply.status, reply.body["id"], versions(desk, which)) == (201, which, 2)
