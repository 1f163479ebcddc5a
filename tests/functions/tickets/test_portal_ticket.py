"""portal_api: one ticket by its signed link, for people without an account."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.change import FULL
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Role, TicketId, Visibility

from tests.builders.tickets import a_guest
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke


@pytest.fixture
def link(desk: Desk, ticket: str) -> str:
    """The token that Rita was mailed."""
    return link_of(desk, ticket)


def link_of(desk: Desk, ticket: str) -> str:
    return status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]


def test_what_was_written_with_formatting_is_read_with_it_and_answered_in_plain_text(
    http: Gateway, ada: Person, ticket: str, link: str
):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Hi", "html": "<p><b>Hi</b><script>x</script></p>"}, by=ada)
    (said,) = (entry for entry in http.get("/api/portal/ticket", link=link).body["timeline"] if entry["html"])
    assert (said["body"], said["html"]) == ("Hi", "<p><b>Hi</b></p>")
    answer = http.post("/api/portal/ticket/messages", {"body": "Hi", "html": "<p>Hi</p>"}, link=link)
    assert (answer.status, answer.body["errors"][0]["field"]) == (422, "html")


def test_the_link_shows_the_ticket(http: Gateway, ticket: str, link: str):
    reply = http.get("/api/portal/ticket", link=link)
    assert (reply.status, reply.body["id"], reply.headers["etag"]) == (200, ticket, '"1"')
    assert [entry["body"] for entry in reply.body["timeline"]] == ["It smokes."]


def test_the_link_tells_whose_turn_it_is_and_by_when_the_answer_comes(
    http: Gateway, ada: Person, rita: Person, ticket: str, link: str
):
    def told() -> tuple[str, str | None]:
        by_link, listed = http.get("/api/portal/ticket", link=link).body, http.get("/api/tickets", by=rita).body
        (card,) = listed["items"]
        assert (card["turn"], card["answer_by"]) == (by_link["turn"], by_link["answer_by"])
        return by_link["turn"], by_link["answer_by"]

    path = f"/api/tickets/{ticket}"
    assert told() == ("new", "2026-03-02T17:00:00Z")
    http.post(f"{path}/messages", {"body": "Which one?", "state": "pending"}, by=ada)
    assert told() == ("pending", None)
    http.post("/api/portal/ticket/messages", {"body": "The red one."}, link=link)
    assert told() == ("open", None)
    http.post(f"{path}/transitions", {"state": "solved"}, by=ada)
    assert told() == ("solved", None)


def test_a_guest_replies(http: Gateway, desk: Desk, ada: Person, ticket: str, link: str):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Which one?", "state": "pending"}, by=ada)
    reply = http.post("/api/portal/ticket/messages", {"body": "The red one."}, link=link)
    assert (reply.status, reply.body["state"]) == (201, "open")
    entry = desk.tickets.entries(TicketId(ticket))[-2]
    assert (entry.event.by, entry.actor.role, entry.actor.id) == ("requester", "guest", "rita")
    assert entry.personal.body == "The red one."
    seen = http.get(f"/api/tickets/{ticket}", by=ada).body["timeline"][-2]
    assert (seen["body"], seen["actor"]["name"]) == ("The red one.", "Rita")


def test_an_agent_sees_by_which_way_a_message_came_and_the_requester_does_not(
    http: Gateway, ada: Person, rita: Person, ticket: str, link: str
):
    """A link may have been passed on: who writes by it is whoever has it."""
    http.post("/api/portal/ticket/messages", {"body": "By the link."}, link=link)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Signed in."}, by=rita)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "An answer."}, by=ada)

    def ways(seen: dict[str, Any]) -> dict[str, Any]:
        return {
            entry["body"]: entry["data"].get("via") for entry in seen["timeline"] if entry["type"] == "MessageAdded"
        }

    by_agent = ways(http.get(f"/api/tickets/{ticket}", by=ada).body)
    assert by_agent == {"By the link.": "link", "Signed in.": "signed_in", "An answer.": "signed_in"}
    assert set(ways(http.get("/api/portal/ticket", link=link).body).values()) == {None}


def test_a_reply_reopens_what_was_solved(http: Gateway, ada: Person, ticket: str, link: str):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=ada)
    assert http.post("/api/portal/ticket/messages", {"body": "It is not."}, link=link).body["state"] == "open"


def test_a_reply_to_a_ticket_without_room_stands_in_the_one_that_follows(
    http: Gateway, desk: Desk, ada: Person, ticket: str, link: str
):
    answer = Fact(event=MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL))
    change(desk, Wish(ticket_id=TicketId(ticket), by=ada.as_actor()), lambda _: [answer] * FULL)
    reply = http.post("/api/portal/ticket/messages", {"body": "And more."}, link=link)
    assert (reply.status, reply.body["follows"]) == (201, ticket)
    assert [entry["body"] for entry in reply.body["timeline"]] == [None, "And more."]
    old = http.get("/api/portal/ticket", link=link).body
    assert (old["id"], old["followed_by"]) == (ticket, reply.body["id"])
    assert old["timeline"][-1]["data"] == {"ticket": reply.body["id"]}
    by_its_own = http.get("/api/portal/ticket", link=link_of(desk, reply.body["id"])).body
    assert by_its_own["timeline"][-1]["body"] == "And more."


def test_a_closed_ticket_takes_no_reply(http: Gateway, ada: Person, ticket: str, link: str):
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "cancelled", "reason": "Twice"}, by=ada)
    refused = http.post("/api/portal/ticket/messages", {"body": "Hello?"}, link=link)
    assert (refused.status, refused.code) == (409, "transition_refused")
    assert http.get("/api/portal/ticket", link=link).status == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body"),
        ({"body": " "}, "body"),
        ({"body": "x" * 60_001}, "body"),
        ({"body": "x", "visibility": "internal"}, "visibility"),
        ({"body": "x", "state": "solved"}, "state"),
        ({"body": "x", "attachments": [{"id": "x", "name": "a"}]}, "attachments.0.id"),
    ],
)
def test_a_reply_that_cannot_be_used(http: Gateway, link: str, body: dict[str, object], field: str):
    reply = http.post("/api/portal/ticket/messages", body, link=link)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [field])


def test_a_reply_is_written_once(http: Gateway, desk: Desk, ticket: str, link: str):
    for _ in range(2):
        reply = http.post(
            "/api/portal/ticket/messages", {"body": "Hello?"}, link=link, headers={"idempotency-key": "k"}
        )
        assert reply.status == 201
    assert len(desk.tickets.entries(TicketId(ticket))) == 2


def test_a_reply_to_a_ticket_that_moved_on(http: Gateway, ada: Person, ticket: str, link: str):
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Solved?"}, by=ada)
    reply = http.post("/api/portal/ticket/messages", {"body": "x"}, link=link, headers={"if-match": '"1"'})
    assert (reply.status, reply.code) == (412, "stale")
    now = http.get("/api/portal/ticket", link=link)
    assert (reply.body["current"], reply.headers["etag"]) == (now.body | {"timeline": []}, now.headers["etag"])


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/portal/ticket"),
        ("POST", "/api/portal/ticket/messages"),
        ("POST", "/api/portal/uploads"),
        ("GET", "/api/portal/ticket/attachments/a"),
    ],
)
@pytest.mark.parametrize("token", ["", "nonsense", "Bearer", "a.b.c", "ä"])
def test_without_a_valid_link_there_is_nothing(http: Gateway, ticket: str, method: str, path: str, token: str):
    body = {"body": "x"} if "messages" in path else {"name": "a", "size": 8} if "uploads" in path else None
    reply = http.send(method, path, body, link=token)
    assert (reply.status, reply.code) == (401, "sign_in_required")


def test_a_link_lasts_ninety_days(http: Gateway, desk: Desk, link: str):
    desk.clock.advance(timedelta(days=90))
    assert http.get("/api/portal/ticket", link=link).status == 200
    desk.clock.advance(timedelta(seconds=1))
    assert http.get("/api/portal/ticket", link=link).code == "sign_in_required"


def test_a_link_to_what_is_gone(http: Gateway, desk: Desk):
    link = desk.signer.sign("ticket", {"t": "HD-8ZZZZZZZ", "p": "rita"})
    for reply in (
        http.get("/api/portal/ticket", link=link),
        http.post("/api/portal/ticket/messages", {"body": "x"}, link=link),
    ):
        assert (reply.status, reply.code) == (404, "not_found")


def test_a_token_for_something_else_is_no_link(http: Gateway, desk: Desk, ticket: str):
    token = desk.signer.sign("live", {"t": ticket, "p": "rita"})
    assert http.get("/api/portal/ticket", link=token).code == "sign_in_required"


def test_a_link_is_for_its_ticket_alone(http: Gateway, desk: Desk, rita: Person, mallory: Person, ticket: str):
    """Also another ticket of the same person has a link of its own."""
    upload = http.post("/api/uploads", {"name": "a.png", "size": 8}, by=rita).body
    files = [{"id": upload["id"], "name": "a.png"}]
    created = http.post("/api/tickets", {"subject": "b", "description": "b", "attachments": files}, by=rita).body
    file = created["ticket"]["timeline"][0]["attachments"][0]["id"]
    foreign = http.post("/api/tickets", {"subject": "c", "description": "c"}, by=mallory).body["id"]
    path = f"/api/portal/ticket/attachments/{file}"
    assert http.get(path, link=link_of(desk, created["id"])).code == "attachment_pending"
    for other in (ticket, foreign):
        assert http.get(path, link=link_of(desk, other)).status == 404
        assert http.get(path, link=link_of(desk, other), version="1").status == 404


def test_a_guest_is_let_in_to_one_ticket(http: Gateway, desk: Desk, rita: Person, ticket: str):
    other = http.post("/api/tickets", {"subject": "b", "description": "b"}, by=rita).body["id"]
    guest = a_guest(desk.tickets.get(TicketId(ticket)))
    access.visible_to(guest, desk.tickets.get(TicketId(ticket)))
    with pytest.raises(NotFoundError):
        access.visible_to(guest, desk.tickets.get(TicketId(other)))


def test_a_guest_sends_files(http: Gateway, desk: Desk, ticket: str, link: str):
    upload = http.post("/api/portal/uploads", {"name": "a.png", "size": 8}, link=link).body
    files = [{"id": upload["id"], "name": "a.png", "size": 8, "type": "image/png"}]
    reply = http.post("/api/portal/ticket/messages", {"body": "See", "attachments": files}, link=link)
    attachment = reply.body["timeline"][0]["attachments"][0]
    assert upload["fields"]["key"].endswith(attachment["id"])
    path, _, version = attachment["href"].partition("?version=")
    assert path.startswith("/api/portal/ticket/attachments/")
    desk.attachments.incoming[attachment["id"]] = b"\x89PNG\r\n\x1a\n"
    desk.attachments.keep(attachment["id"])
    assert http.get(path, link=link, version=version).status == 200


def test_the_file_of_a_note_is_not_for_guests(http: Gateway, ada: Person, ticket: str, link: str):
    upload = http.post("/api/uploads", {"name": "log.txt", "size": 8}, by=ada).body
    note = {"body": "n", "visibility": "internal", "attachments": [{"id": upload["id"], "name": "log.txt"}]}
    http.post(f"/api/tickets/{ticket}/messages", note, by=ada)
    for version in ({}, {"version": "2"}):
        reply = http.get(f"/api/portal/ticket/attachments/ada-{upload['id']}", link=link, **version)
        assert (reply.status, reply.code) == (404, "not_found")


def test_a_file_on_an_old_message_cannot_be_replaced(http: Gateway, desk: Desk, ticket: str, link: str):
    """By posting to the same form again, and naming the same upload in a later reply."""
    file = {"name": "invoice.pdf", "size": 8, "type": "application/pdf"}
    offered = http.post("/api/portal/uploads", file, link=link).body
    named = file | {"id": offered["id"]}
    key = offered["fields"]["key"]
    desk.attachments.incoming[key] = b"10 euros"
    assert http.post("/api/portal/ticket/messages", {"body": "x", "attachments": [named]}, link=link).status == 201
    invoke("keep_attachments", facts_of(desk, ticket, "MessageAdded")[0])
    desk.attachments.incoming[key] = b"90 euros"
    again = http.post("/api/portal/ticket/messages", {"body": "y", "attachments": [named]}, link=link)
    assert (again.status, again.fields, again.body["errors"][0]["code"]) == (422, ["attachments[0]"], "upload_used")
    invoke("keep_attachments", facts_of(desk, ticket, "MessageAdded")[0])
    assert desk.attachments.kept[key][0] == b"10 euros"
