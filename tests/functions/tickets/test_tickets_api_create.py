"""tickets_api: opening tickets, for oneself and for others."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.gateway import Gateway

DRAFT = {"subject": "The printer is on fire", "description": "It smokes."}
UPLOAD = "01KJQ53HT2SXYWZZXAQ9PJD4G8"


def saved(desk: Desk) -> list[TicketId]:
    return list(desk.tickets.ids())


def test_a_requester_opens_a_ticket(http: Gateway, desk: Desk, rita: Person):
    reply = http.post("/api/tickets", DRAFT | {"category": "hardware", "urgency": "high"}, by=rita)
    assert reply.status == 201
    ticket = desk.tickets.get(reply.body["id"])
    assert (ticket.requester, ticket.subject, ticket.category) == (rita.id, DRAFT["subject"], "hardware")
    assert (ticket.channel, ticket.state, ticket.priority, ticket.team) == ("portal", "new", "P3", "service-desk")
    assert desk.tickets.entries(ticket.id)[0].personal.body == DRAFT["description"]


def test_the_answer_says_where_the_ticket_is_and_as_what(http: Gateway, rita: Person):
    reply = http.post("/api/tickets", DRAFT, by=rita)
    assert reply.headers["location"] == f"/api/tickets/{reply.body['id']}"
    assert reply.headers["etag"] == '"1"'
    assert http.get(reply.headers["location"], by=rita).headers["etag"] == '"1"'


def test_the_status_link_shows_the_ticket_without_an_account(http: Gateway, rita: Person):
    created = http.post("/api/tickets", DRAFT, by=rita).body
    page, _, token = created["status_url"].partition("#")
    assert page == "https://desk.example/ticket"
    assert http.get("/api/portal/ticket", link=token).body["id"] == created["id"]


def test_somebody_who_signs_in_for_the_first_time_comes_into_the_directory(http: Gateway, desk: Desk):
    new = {"email": "New.Person@People.example", "name": "New Person"}
    reply = http.post("/api/tickets", DRAFT, by=new)
    person = desk.directory.by_email("new.person@people.example")
    assert person is not None
    asking = {"id": person.id, "name": "New Person", "email": person.email, "phone": None}
    assert reply.body["ticket"]["requester"] == asking


@pytest.mark.usefixtures("acme")
def test_staff_open_a_ticket_for_somebody(http: Gateway, desk: Desk, ada: Person, rita: Person):
    more = {"requester": "RITA@people.example", "kind": "problem", "channel": "phone", "organization": "acme"}
    reply = http.post("/api/tickets", DRAFT | more, by=ada)
    ticket = desk.tickets.get(reply.body["id"])
    assert (ticket.requester, ticket.kind, ticket.channel, ticket.organization) == (rita.id, "problem", "phone", "acme")
    assert desk.tickets.entries(ticket.id)[0].done_by == ada.id


def test_who_opens_a_ticket_for_somebody_gets_no_link_that_writes_as_they(http: Gateway, ada: Person, rita: Person):
    created = http.post("/api/tickets", DRAFT | {"requester": rita.email}, by=ada).body
    assert created["status_url"] == f"https://desk.example/agent/tickets/{created['id']}"


@pytest.mark.parametrize(
    ("requester", "name"), [("new@x.example", "new@x.example"), ({"email": "new@x.example", "name": "Nina"}, "Nina")]
)
def test_staff_open_a_ticket_for_somebody_new(http: Gateway, desk: Desk, ada: Person, requester: Any, name: str):
    http.post("/api/tickets", DRAFT | {"requester": requester}, by=ada)
    assert desk.directory.by_email("new@x.example").name == name


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(
    "more", [{"requester": "x@x.example"}, {"kind": "change"}, {"channel": "phone"}, {"organization": "acme"}]
)
def test_only_staff_may_say_so(http: Gateway, desk: Desk, ada: Person, rita: Person, more: dict[str, str]):
    refused = http.post("/api/tickets", DRAFT | more, by=rita)
    assert (refused.status, refused.code, saved(desk)) == (403, "forbidden", [])
    assert http.post("/api/tickets", DRAFT | more, by=ada).status == 201


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"subject": ""}, "subject"),
        ({"subject": "  \n "}, "subject"),
        ({"subject": "x" * 251}, "subject"),
        ({"subject": 7}, "subject"),
        ({"subject": None}, "subject"),
        ({"description": ""}, "description"),
        ({"description": " \n\t "}, "description"),
        ({"description": "x" * 60_001}, "description"),
        ({"description": "x" * 5_000_000}, "description"),
        ({"subject": "\ud800"}, "subject"),
        ({"category": "spaceships"}, "category"),
        ({"category": "a b"}, "category"),
        ({"impact": "huge"}, "impact"),
        ({"urgency": "HIGH"}, "urgency"),
        ({"language": "english"}, "language"),
        ({"kind": "question"}, "kind"),
        ({"channel": "pigeon"}, "channel"),
        ({"requester": "nobody"}, "requester.email"),
        ({"requester": {"email": "nobody"}}, "requester.email"),
        ({"requester": {"email": "a@x.example", "phone": "1"}}, "requester.phone"),
        ({"requester": "a" * 250 + "@x.example"}, "requester.email"),
        ({"requester": 7}, "requester"),
        ({"subjekt": "a"}, "subjekt"),
        ({"attachments": [{"id": "short", "name": "a"}]}, "attachments.0.id"),
        ({"attachments": [{"id": f"../{UPLOAD[3:]}", "name": "a"}]}, "attachments.0.id"),
        ({"attachments": [{"id": UPLOAD, "name": ""}]}, "attachments.0.name"),
        ({"attachments": [{"id": UPLOAD, "name": "\u202e"}]}, "attachments.0.name"),
        ({"attachments": [{"id": UPLOAD, "name": "a", "size": -1}]}, "attachments.0.size"),
        ({"attachments": [{"id": UPLOAD, "name": "a", "path": "/"}]}, "attachments.0.path"),
        ({"attachments": [{"id": UPLOAD, "name": "a"}] * 11}, "attachments"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_saved(
    http: Gateway, desk: Desk, ada: Person, wrong: dict[str, Any], field: str
):
    reply = http.post("/api/tickets", DRAFT | wrong, by=ada)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [field])
    assert saved(desk) == []


def test_all_that_is_wrong_is_named_at_once(http: Gateway, ada: Person):
    reply = http.post("/api/tickets", {"subject": "", "impact": "huge", "nonsense": 1}, by=ada)
    assert sorted(reply.fields) == ["description", "impact", "nonsense", "subject"]


def test_refusals_do_not_repeat_what_was_sent(http: Gateway, ada: Person):
    reply = http.post("/api/tickets", {"subject": "x", "description": "y", "impact": "my-secret"}, by=ada)
    assert "my-secret" not in reply.text


@pytest.mark.parametrize(
    "subject",
    [
        "Drucker brennt: Größe «A4» nicht lesbar",
        "🖨️🔥 " * 60,
        "مشكلة في الطابعة",
        "印刷機が燃えています",
        "e\u0301a\u0308",
        "<script>alert(1)</script>",
        "x" * 250,
        "Robert'); DROP TABLE tickets;--",
    ],
)
def test_any_script_is_kept_as_it_is(http: Gateway, ada: Person, subject: str):
    created = http.post("/api/tickets", DRAFT | {"subject": subject}, by=ada)
    assert created.status == 201
    read = http.get(created.headers["location"], by=ada).body
    assert read["subject"] == subject.strip()


@pytest.mark.parametrize("subject", ["two\nlines", "two\r\nlines", "two\x00lines", "two \t lines", "two\u2028lines"])
def test_a_subject_is_one_line(http: Gateway, ada: Person, subject: str):
    """It becomes the subject of mails, where another line would be another header."""
    reply = http.post("/api/tickets", DRAFT | {"subject": subject}, by=ada)
    assert reply.body["ticket"]["subject"] == "two lines"


def test_the_description_keeps_its_lines(http: Gateway, ada: Person):
    text = "  first\n\n    code\n\tlast \n"
    created = http.post("/api/tickets", DRAFT | {"description": text}, by=ada)
    assert http.get(created.headers["location"], by=ada).body["timeline"][0]["body"] == text


def test_files_are_those_of_who_sent_them(http: Gateway, desk: Desk, rita: Person, mallory: Person):
    """The id of an upload is bound to its sender, so that naming somebody else's finds nothing."""
    upload = http.post("/api/uploads", {"name": "a.png", "size": 3}, by=rita).body
    files = [{"id": upload["id"], "name": "a.png", "size": 3, "type": "image/png"}]
    named = {
        person.id: http.post("/api/tickets", DRAFT | {"attachments": files}, by=person).body["ticket"]["timeline"][0]
        for person in (rita, mallory)
    }
    assert upload["fields"]["key"].endswith(named["rita"]["attachments"][0]["id"])
    assert named["mallory"]["attachments"][0]["id"] == f"mallory-{upload['id']}"


@pytest.mark.parametrize("size", [0, -1, 25_000_000 + 1])
def test_uploads_have_a_size_limit(http: Gateway, rita: Person, size: int):
    reply = http.post("/api/uploads", {"name": "a.png", "size": size}, by=rita)
    assert (reply.status, reply.fields) == (422, ["size"])
    assert http.post("/api/uploads", {"name": "a.png", "size": 25_000_000}, by=rita).status == 201
