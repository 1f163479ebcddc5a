"""tickets_api: one ticket, its timeline, its clocks and its files."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from helpdesk.assembly.ticket_page import RequesterTicket, Ticket
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel, Role, TicketId, Visibility
from helpdesk.foundation.settings.versions import Versions

from tests.builders.clocks import a_policy
from tests.gateway import Gateway

ANSWER = Fact(event=MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL))
DRAFT = {"subject": "The printer is on fire", "description": "It smokes."}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def test_an_agent_sees_every_field(http: Gateway, ada: Person, ticket: str):
    reply = http.get(f"/api/tickets/{ticket}", by=ada)
    assert reply.status == 200
    assert set(reply.body) == set(Ticket.model_fields)
    asking = {"id": "rita", "name": "Rita", "email": "rita@people.example", "phone": None}
    assert reply.body["requester"] == asking
    assert "solved" in reply.body["next_states"]


def test_a_requester_sees_their_fields(http: Gateway, rita: Person, ticket: str):
    reply = http.get(f"/api/tickets/{ticket}", by=rita)
    assert set(reply.body) == set(RequesterTicket.model_fields)


def test_times_are_utc(http: Gateway, ada: Person, ticket: str):
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    times = [seen["created_at"], seen["updated_at"], seen["next_deadline"], seen["timeline"][0]["at"]]
    times += [clock[name] for clock in seen["clocks"] for name in ("started_at", "due_at")]
    assert all(INSTANT.fullmatch(time) for time in times)


def test_staff_are_told_when_working_days_begin_by_the_promise(http: Gateway, desk: Desk, ada: Person, ticket: str):
    desk.clock.set(datetime(2026, 11, 28, 11, tzinfo=UTC))  # a Saturday
    assert http.get(f"/api/tickets/{ticket}", by=ada).body["mornings"] == {
        "zone": "Europe/Berlin",
        "next": "2026-11-30T07:00:00Z",
        "third": "2026-12-02T07:00:00Z",
        "next_week": "2026-11-30T07:00:00Z",
    }


def test_the_timeline_begins_with_the_oldest(http: Gateway, ada: Person, ticket: str):
    for number in range(3):
        http.post(f"/api/tickets/{ticket}/messages", {"body": str(number), "visibility": "internal"}, by=ada)
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    assert [entry["body"] for entry in seen["timeline"]] == ["It smokes.", "0", "1", "2"]
    assert seen["earlier"] is None


def test_a_long_timeline_is_read_page_by_page(http: Gateway, ada: Person, ticket: str):
    said = [str(number) for number in range(130)]
    for word in said:
        http.post(f"/api/tickets/{ticket}/messages", {"body": word, "visibility": "internal"}, by=ada)
    newest = http.get(f"/api/tickets/{ticket}", by=ada).body
    rest = http.get(f"/api/tickets/{ticket}", by=ada, before=newest["earlier"]).body
    assert (len(newest["timeline"]), rest["earlier"]) == (100, None)
    assert [entry["body"] for entry in rest["timeline"] + newest["timeline"]] == ["It smokes.", *said]


def test_why_this_deadline(http: Gateway, ada: Person, ticket: str):
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    reply = http.get(f"/api/tickets/{ticket}/clocks", by=ada)
    assert reply.headers["etag"] == '"1"'
    for clock, explained in zip(seen["clocks"], reply.body["items"], strict=True):
        counted = sum(line["counted_seconds"] for line in explained["lines"])
        assert counted + explained["left_seconds"] == clock["target_seconds"]
        assert {name: explained[name] for name in clock} == clock


def test_clocks_that_ran_a_thousand_times_are_shown_in_part(http: Gateway, desk: Desk, ada: Person, ticket: str):
    """Reading a ticket stays small; the rest is asked for."""
    policy = a_policy({"periodic_update": {"*": 1}}, calendar="office-berlin@1")
    desk.settings.let(POLICIES, Versions({policy.ref: policy}, [policy.ref]))
    change(desk, Wish(ticket_id=TicketId(ticket), by=ada.as_actor()), lambda _: [ANSWER] * 1000)
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body
    assert len(seen["clocks"]) == 11
    assert seen["ended_clocks"] == [{"clock": "periodic_update", "kept": 999, "missed": 0, "older": 989}]
    last = seen["clocks"][0]["generation"]
    asked = {"clock": "periodic_update", "before_generation": str(last)}
    earlier = http.get(f"/api/tickets/{ticket}/clocks", by=ada, **asked).body
    assert [clock["generation"] for clock in earlier["items"]] == list(range(last - 10, last))
    assert earlier["ended"][0]["older"] == 979


def opened_with_a_file(http: Gateway, by: Person, **more: Any) -> tuple[str, str, Any]:
    """A ticket with a file: the ticket, where the file is found, and where it was to be posted."""
    upload = http.post("/api/uploads", {"name": "smoke.png", "size": 8}, by=by).body
    files = [{"id": upload["id"], "name": "Rauch & Größe.png", "size": 8, "type": "image/png"}]
    created = http.post("/api/tickets", DRAFT | {"attachments": files} | more, by=by).body
    return created["id"], created["ticket"]["timeline"][0]["attachments"][0]["href"], upload


def split(href: str) -> tuple[str, dict[str, str]]:
    path, _, version = href.partition("?version=")
    return path, {"version": version}


def test_a_file_can_be_had_when_it_is_kept(http: Gateway, desk: Desk, ada: Person, rita: Person):
    ticket, href, _ = opened_with_a_file(http, rita)
    path, version = split(href)
    pending = http.get(path, by=rita, **version)
    assert (pending.status, pending.code) == (409, "attachment_pending")
    attachment = desk.tickets.entries(TicketId(ticket))[0].event.attachments[0]
    desk.attachments.incoming[attachment.id] = b"\x89PNG\r\n\x1a\n"
    desk.attachments.keep(attachment.id)
    for person in (rita, ada):
        reply = http.get(path, by=person, **version)
        assert reply.status == 200
        assert reply.body["url"].startswith(f"memory://clean/{attachment.id}")
        assert INSTANT.fullmatch(reply.body["expires_at"])


MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_a_files_name_has_no_marks_of_direction(http: Gateway, desk: Desk, rita: Person):
    """`invoice[mark]gpj.exe` would be read as `invoiceexe.jpg`, on the page and in the folder it is saved to."""
    files = [{"id": f"{number:026}", "name": f"invoice{mark}gpj.exe"} for number, mark in enumerate(MARKS[:10])]
    created = http.post("/api/tickets", DRAFT | {"attachments": files}, by=rita).body
    shown = created["ticket"]["timeline"][0]["attachments"]
    assert {file["name"] for file in shown} == {"invoicegpj.exe"}
    path, version = split(shown[0]["href"])
    desk.attachments.incoming[shown[0]["id"]] = b"MZ"
    desk.attachments.keep(shown[0]["id"])
    assert http.get(path, by=rita, **version).body["url"].split("?")[1].startswith("name=invoicegpj.exe&")


def test_a_file_is_found_without_the_version_too(http: Gateway, rita: Person):
    _, href, _ = opened_with_a_file(http, rita)
    assert http.get(split(href)[0], by=rita).code == "attachment_pending"


@pytest.mark.parametrize(("version", "status"), [("2", 404), ("0", 422), ("-1", 422), ("99999999999999999999", 422)])
def test_a_file_of_another_message_is_not_there(http: Gateway, rita: Person, version: str, status: int):
    _, href, _ = opened_with_a_file(http, rita)
    assert http.get(split(href)[0], by=rita, version=version).status == status


def test_a_version_is_a_number(http: Gateway, rita: Person, ticket: str):
    reply = http.get(f"/api/tickets/{ticket}/attachments/a", by=rita, version="first")
    assert (reply.status, reply.fields) == (422, ["version"])


def test_a_file_of_another_ticket_is_not_there(http: Gateway, ada: Person, rita: Person, ticket: str):
    _, href, _ = opened_with_a_file(http, rita)
    file = split(href)[0].rpartition("/")[2]
    for person in (ada, rita):
        assert http.get(f"/api/tickets/{ticket}/attachments/{file}", by=person).status == 404


def test_the_file_of_a_note_is_for_staff(http: Gateway, ada: Person, rita: Person, ticket: str):
    upload = http.post("/api/uploads", {"name": "log.txt", "size": 8}, by=ada).body
    note = {"body": "See log", "visibility": "internal", "attachments": [{"id": upload["id"], "name": "log.txt"}]}
    written = http.post(f"/api/tickets/{ticket}/messages", note, by=ada).body["timeline"][0]
    path, version = split(written["attachments"][0]["href"])
    assert http.get(path, by=ada, **version).code == "attachment_pending"
    for query in (version, {}):
        reply = http.get(path, by=rita, **query)
        assert (reply.status, reply.code) == (404, "not_found")
