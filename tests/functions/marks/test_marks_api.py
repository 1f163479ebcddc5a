"""workspace_api: how far somebody has read, which lists and tickets tell by their revisions."""

from datetime import timedelta
from typing import Final

import pytest
from helpdesk.channels.marks.rules import KEPT
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PATH: Final = "/api/me/seen"


def unread(http: Gateway, by: Person) -> set[str]:
    """Tickets of the service desk that hold something new, as a page that shows them finds out."""
    own = http.get(PATH, by=by).body
    seen = {mark["ticket_id"]: mark["revision"] for mark in own["items"]}
    cards = http.get("/api/tickets", by=by, team="service-desk").body["items"]
    return {
        card["id"]
        for card in cards
        if (card["revision"] > seen[card["id"]] if card["id"] in seen else card["updated_at"] > own["since"])
    }


def read(http: Gateway, by: Person, ticket: str) -> None:
    revision = http.get(f"/api/tickets/{ticket}", by=by).body["revision"]
    assert http.put(f"{PATH}/{ticket}", {"revision": revision}, by=by).status == 200


def test_what_somebody_has_read_is_read_until_people_do_something(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    assert unread(http, ada) == {ticket}
    read(http, ada, ticket)
    assert unread(http, ada) == set()
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Well?"}, by=rita)
    assert unread(http, ada) == {ticket}


def test_what_others_have_read_is_theirs(http: Gateway, desk: Desk, ada: Person, ticket: str):
    bob = staff(desk, an_agent("Bob"))[0]
    read(http, bob, ticket)
    assert (unread(http, ada), unread(http, bob)) == ({ticket}, set())


def test_unread_and_back(http: Gateway, desk: Desk, ada: Person, ticket: str):
    read(http, ada, ticket)
    before = desk.clock.now() - timedelta(hours=1)
    reply = http.put(f"{PATH}/{ticket}", {"revision": 0, "at": before.isoformat()}, by=ada)
    assert reply.body == {"ticket_id": ticket, "revision": 0, "at": before.isoformat().replace("+00:00", "Z")}
    assert unread(http, ada) == {ticket}


def test_a_mark_stands_no_further_than_the_ticket(http: Gateway, desk: Desk, ada: Person, ticket: str):
    wish = {"revision": 999, "at": "2190-01-01T00:00:00Z"}
    mark = http.put(f"{PATH}/{ticket}", wish, by=ada).body
    assert mark["revision"] == http.get(f"/api/tickets/{ticket}", by=ada).body["revision"]
    assert mark["at"] == desk.clock.now().isoformat().replace("+00:00", "Z")


def test_what_did_not_change_for_a_month_counts_as_read(http: Gateway, desk: Desk, ada: Person, ticket: str):
    desk.clock.advance(KEPT + timedelta(seconds=1))
    assert unread(http, ada) == set()


def test_other_devices_follow(http: Gateway, desk: Desk, ada: Person, ticket: str):
    desk.live.board.issue("secret", ada.as_actor(), timedelta(minutes=1))
    desk.live.board.admit("secret", "phone")
    desk.live.board.watch("phone", ["person:ada"], staff=True)
    mark = http.put(f"{PATH}/{ticket}", {"revision": 1}, by=ada).body
    ((connection, message),) = desk.live.browsers.pushed
    assert (connection, message["type"], message["ticket_id"]) == ("phone", "seen", ticket)
    assert (message["revision"], message["topics"]) == (mark["revision"], ["person:ada"])


def test_a_ticket_that_is_not_theirs_is_not_there(http: Gateway, desk: Desk, ada: Person, ticket: str):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    foreign = http.put(f"{PATH}/{ticket}", {"revision": 1}, by=nadia)
    missing = http.put(f"{PATH}/HD-8ZZZZZZZ", {"revision": 1}, by=nadia)
    assert foreign.code == missing.code == "not_found"
    assert http.get(PATH, by=nadia).body["items"] == []


@pytest.mark.parametrize("revision", [-1, 10**9 + 1])
def test_a_revision_is_one(http: Gateway, ada: Person, ticket: str, revision: int):
    assert http.put(f"{PATH}/{ticket}", {"revision": revision}, by=ada).fields == ["revision"]


def test_requesters_have_none(http: Gateway, rita: Person, ticket: str):
    assert http.get(PATH, by=rita).status == 403
    assert http.put(f"{PATH}/{ticket}", {"revision": 1}, by=rita).status == 403
