"""Conversations beside the one with the requester, over HTTP: staff begin, go on with and close them."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.sides import Side
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

LETTER = {"subject": "Spare part", "to": ["vera@vendor.example"], "body": "Do you have one?"}


def test_staff_begin_one_and_it_stands_on_the_page(http: Gateway, ada: Person, ticket: str):
    begun = http.post(f"/api/tickets/{ticket}/sides", LETTER | {"cc": ["parts@vendor.example"]}, by=ada)
    assert (begun.status, begun.headers["etag"]) == (201, '"2"')
    (side,) = begun.body["sides"]
    assert {name: side[name] for name in ("id", "subject", "to", "cc", "open", "messages", "answer", "returned")} == {
        "id": "s1",
        "subject": "Spare part",
        "to": ["vera@vendor.example"],
        "cc": ["parts@vendor.example"],
        "open": True,
        "messages": 1,
        "answer": None,
        "returned": [],
    }
    (said,) = begun.body["timeline"]
    assert (said["type"], said["visibility"], said["body"]) == ("SideMessageSent", "internal", "Do you have one?")
    assert said["data"] == {
        "side": "s1",
        "subject": "Spare part",
        "sender": "",
        "to": ["vera@vendor.example"],
        "cc": ["parts@vendor.example"],
    }
    assert http.get(f"/api/tickets/{ticket}", by=ada).body["sides"] == [side]


def test_under_one_key_one_is_begun(http: Gateway, ada: Person, ticket: str):
    first, again = (
        http.post(f"/api/tickets/{ticket}/sides", LETTER, by=ada, headers={"idempotency-key": "k"}) for _ in range(2)
    )
    assert (again.status, again.body["sides"]) == (201, first.body["sides"])
    other = http.post(f"/api/tickets/{ticket}/sides", LETTER | {"body": "x"}, by=ada, headers={"idempotency-key": "k"})
    assert other.status == 422


def test_an_old_revision_is_refused(http: Gateway, ada: Person, side: Side, ticket: str):
    path = f"/api/tickets/{ticket}/sides/{side.id}"
    for send in (http.post, http.patch):
        at, body = (f"{path}/messages", {"body": "x"}) if send == http.post else (path, {"open": False})
        assert send(at, body, by=ada, headers={"if-match": '"1"'}).status == 412


def test_it_goes_on_with_those_it_went_to_or_with_others(http: Gateway, ada: Person, side: Side, ticket: str):
    path = f"/api/tickets/{ticket}/sides/{side.id}/messages"
    on = http.post(path, {"body": "And when?"}, by=ada)
    assert (on.status, on.body["timeline"][0]["data"]["to"]) == (201, ["vera@vendor.example"])
    changed = http.post(path, {"body": "You, then", "to": ["otto@other.example"]}, by=ada)
    (now,) = changed.body["sides"]
    assert (now["to"], now["cc"], now["messages"]) == (["otto@other.example"], [], 3)


def test_it_is_closed_and_opened_again_by_hand_and_by_the_next_letter(
    http: Gateway, ada: Person, side: Side, ticket: str
):
    path = f"/api/tickets/{ticket}/sides/{side.id}"
    closed = http.patch(path, {"open": False}, by=ada)
    assert (closed.status, closed.body["sides"][0]["open"], closed.body["timeline"][0]["type"]) == (
        200,
        False,
        "SideClosed",
    )
    assert http.patch(path, {"open": False}, by=ada).body["timeline"] == []
    assert http.patch(path, {"open": True}, by=ada).body["sides"][0]["open"] is True
    http.patch(path, {"open": False}, by=ada)
    assert http.post(f"{path}/messages", {"body": "One more"}, by=ada).body["sides"][0]["open"] is True


def test_who_is_waited_for_is_said_in_the_same_change(http: Gateway, ada: Person, ticket: str):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "I look"}, by=ada)
    reply = http.post(f"/api/tickets/{ticket}/sides", LETTER | {"state": "on_hold", "vendor": "acme"}, by=ada)
    assert (reply.body["state"], reply.body["vendor"], reply.body["sides"][0]["vendor"]) == ("on_hold", "acme", "acme")
    refused = http.post(f"/api/tickets/{ticket}/sides", LETTER | {"state": "open", "vendor": "acme"}, by=ada)
    assert (refused.status, refused.body["errors"][0]["field"]) == (422, "vendor")


@pytest.mark.parametrize(
    ("wanted", "field", "code"),
    [
        ({"to": []}, "to", "too_short"),
        ({"to": ["nobody"]}, "to.0", "no_address"),
        ({"to": [f"v{n}@vendor.example" for n in range(11)]}, "to", "too_long"),
        ({"subject": " "}, "subject", "string_too_short"),
        ({"body": ""}, "body", "string_too_short"),
        ({"to": ["RITA@people.example"]}, "to", "side_on_ticket"),
        ({"cc": ["rita@people.example"]}, "cc", "side_on_ticket"),
        ({"attachments": [{"id": "0" * 26, "name": "a", "size": 21_000_000}]}, "attachments", "side_too_heavy"),
        ({"shared": [{"id": "gone", "version": 1}]}, "shared[0]", "side_no_file"),
        ({"html": '<p>See <img src="cid:x"></p>'}, "html", None),
    ],
)
def test_what_cannot_be_is_refused_by_its_place(
    http: Gateway, desk: Desk, ada: Person, ticket: str, wanted: dict[str, Any], field: str, code: str | None
):
    refused = http.post(f"/api/tickets/{ticket}/sides", LETTER | wanted, by=ada)
    assert refused.status == 422, refused.text
    error = refused.body["errors"][0]
    assert error["field"] == field
    assert code in {None, error["code"]}
    assert desk.tickets.get(TicketId(ticket)).sides == ()


def test_who_takes_part_is_never_written_to_beside(
    http: Gateway, ada: Person, mallory: Person, side: Side, ticket: str
):
    path = f"/api/tickets/{ticket}"
    http.post(f"{path}/participants", {"person": mallory.id}, by=ada)
    begun = http.post(f"{path}/sides", LETTER | {"to": [mallory.email]}, by=ada)
    assert begun.body["errors"][0]["code"] == "side_on_ticket"
    # Who came to take part after the side went to them, hears nothing more there.
    http.post(f"{path}/participants", {"email": side.to[0]}, by=ada)
    refused = http.post(f"{path}/sides/{side.id}/messages", {"body": "SECRET"}, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "side_on_ticket")


def test_a_file_of_the_ticket_goes_along_by_choice(http: Gateway, ada: Person, rita: Person, ticket: str):
    path = f"/api/tickets/{ticket}"
    upload = http.post("/api/uploads", {"name": "log.txt", "size": 8}, by=rita).body["id"]
    message = {"body": "See", "attachments": [{"id": upload, "name": "log.txt", "size": 8}]}
    http.post(f"{path}/messages", message, by=rita)
    told = http.get(path, by=ada).body["timeline"][-1]
    (file,) = told["attachments"]
    version = int(file["href"].rpartition("=")[2])
    begun = http.post(f"{path}/sides", LETTER | {"shared": [{"id": file["id"], "version": version}]}, by=ada)
    assert begun.status == 201
    assert begun.body["timeline"][0]["attachments"] == [file]


@pytest.mark.parametrize(
    ("method", "rest", "body"),
    [("POST", "", LETTER), ("POST", "/s1/messages", {"body": "x"}), ("PATCH", "/s1", {"open": False})],
)
def test_nobody_but_staff_may_and_strangers_find_nothing(
    http: Gateway, rita: Person, mallory: Person, side: Side, ticket: str, method: str, rest: str, body: Any
):
    path = f"/api/tickets/{ticket}/sides{rest}"
    assert http.send(method, path, body, by=rita).status == 403
    assert http.send(method, path, body, by=mallory).status == 404


@pytest.mark.parametrize(
    ("method", "rest", "body"), [("POST", "/messages", {"body": "x"}), ("PATCH", "", {"open": False})]
)
def test_a_side_that_is_none_is_not_found(
    http: Gateway, ada: Person, ticket: str, method: str, rest: str, body: dict[str, Any]
):
    assert http.send(method, f"/api/tickets/{ticket}/sides/s7{rest}", body, by=ada).status == 404


def test_specialists_from_outside_go_on_with_what_there_is(
    http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str
):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("service-desk",)))[0]
    path = f"/api/tickets/{ticket}/sides"
    assert http.post(path, LETTER, by=nadia).status == 403
    assert http.post(f"{path}/{side.id}/messages", {"body": "x", "to": ["a@b.example"]}, by=nadia).status == 403
    assert http.post(f"{path}/{side.id}/messages", {"body": "x"}, by=nadia).status == 201
