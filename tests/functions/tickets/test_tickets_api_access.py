"""tickets_api: who sees what. What you may not see does not exist, and what is internal reaches no requester."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.assembly import ticket_page as presenting
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.tickets import a_guest
from tests.gateway import Gateway, Reply

REQUESTS: list[tuple[str, str, Any]] = [
    ("GET", "", None),
    ("PATCH", "", {"subject": "Mine now"}),
    ("POST", "/messages", {"body": "Hello"}),
    ("POST", "/messages", {"body": "Hello", "visibility": "internal"}),
    ("POST", "/transitions", {"state": "solved"}),
    ("POST", "/transitions", {"state": "pending"}),
    ("POST", "/escalations", {"reason": "a", "tried": "b"}),
    ("POST", "/de-escalations", {"answer": "a"}),
    ("POST", "/level-notes", {"title": "a", "body": "b"}),
    ("PUT", "/pin", {"text": "a"}),
    ("POST", "/participants", {"person": "ada"}),
    ("POST", "/participants", {"email": "new@home.example"}),
    ("DELETE", "/participants/ada", None),
    ("POST", "/hand-overs", {"summary": "a", "next_step": "b", "person": "ada"}),
    ("POST", "/sides", {"subject": "a", "to": ["vera@vendor.example"], "body": "b"}),
    ("POST", "/sides/s1/messages", {"body": "a"}),
    ("PATCH", "/sides/s1", {"open": False}),
    ("GET", "/clocks", None),
    ("GET", "/attachments/a", None),
    ("GET", "/attachments/a?version=1", None),
]
FOR_STAFF = [
    request
    for request in REQUESTS
    if request[1] in {"/escalations", "/de-escalations", "/hand-overs", "/level-notes", "/clocks", "/pin"}
] + [
    ("PATCH", "", {"subject": "Mine now"}),
    ("PATCH", "", {"assignee": "nobody"}),
    ("POST", "/messages", {"body": "Hello", "visibility": "internal"}),
    ("POST", "/messages", {"body": "Hello", "state": "pending"}),
    ("POST", "/messages", {"body": "Hello", "cc": [{"person": "ada"}]}),
    ("POST", "/participants", {"person": "ada"}),
    ("DELETE", "/participants/ada", None),
    ("POST", "/sides", {"subject": "a", "to": ["vera@vendor.example"], "body": "b"}),
    ("POST", "/sides/s1/messages", {"body": "a"}),
    ("PATCH", "/sides/s1", {"open": False}),
    ("POST", "/transitions", {"state": "pending"}),
    ("POST", "/transitions", {"state": "cancelled", "reason": "Twice"}),
]
INTERNAL_KEYS = {
    "assignee_id",
    "cause",
    "customer",
    "clocks",
    "home_region",
    "impact",
    "level",
    "mornings",
    "next_deadline",
    "next_states",
    "pin",
    "plan",
    "policy",
    "previous_team",
    "reasons",
    "rule",
    "sides",
    "target_seconds",
    "team",
    "tried",
    "urgency",
    "wake_at",
}


def sent(http: Gateway, method: str, ticket: str, rest: str, body: Any, by: Person) -> Reply:
    path, _, version = rest.partition("?version=")
    return http.send(method, f"/api/tickets/{ticket}{path}", body, by=by, **({"version": version} if version else {}))


@pytest.mark.parametrize(("method", "rest", "body"), REQUESTS)
def test_missing_and_foreign_tickets_look_the_same(
    http: Gateway, desk: Desk, mallory: Person, ticket: str, method: str, rest: str, body: Any
):
    missing, foreign = (sent(http, method, which, rest, body, mallory) for which in ("HD-8ZZZZZZZ", ticket))
    assert (missing.status, missing.code) == (404, "not_found")
    assert foreign.text == missing.text.replace("HD-8ZZZZZZZ", ticket)
    assert foreign.headers == missing.headers
    assert len(desk.tickets.entries(TicketId(ticket))) == 1


@pytest.mark.parametrize(("method", "rest", "body"), FOR_STAFF)
def test_what_is_for_staff_is_forbidden_to_its_requester(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str, method: str, rest: str, body: Any
):
    refused = sent(http, method, ticket, rest, body, rita)
    assert (refused.status, refused.code) == (403, "forbidden")
    assert len(desk.tickets.entries(TicketId(ticket))) == 1
    assert sent(http, method, ticket, rest, body, ada).status != 403


@pytest.mark.parametrize(
    "which", ["nonsense", "HD-", "hd-80000001", "HD-80000001x", "%00", "*", "x" * 300, "ä", "HD-8000000\u0661", "a b"]
)
@pytest.mark.parametrize("rest", ["", "/clocks", "/attachments/a"])
def test_what_is_no_ticket_id_finds_nothing(http: Gateway, ada: Person, ticket: str, which: str, rest: str):
    reply = http.get(f"/api/tickets/{which}{rest}", by=ada)
    assert (reply.status, reply.code) == (404, "not_found")


def test_the_role_is_that_of_the_token(http: Gateway, desk: Desk, ticket: str):
    """Whatever the directory knows: it follows."""
    claims = {
        "email": "mallory@people.example",
        "email_verified": "true",
        "name": "Mallory",
        "cognito:groups": "[agent]",
    }
    assert http.get(f"/api/tickets/{ticket}", by=claims).status == 200
    assert http.get(f"/api/tickets/{ticket}", by=claims | {"cognito:groups": "[]"}).status == 404
    assert http.get(f"/api/tickets/{ticket}", by=claims | {"cognito:groups": "[agents not-agent]"}).status == 404


@pytest.mark.parametrize("groups", ["[agent]", "[lead]", "[admin]", "[other agent]", "agent", "[agent,lead]"])
def test_staff_are_those_in_a_group(http: Gateway, ticket: str, groups: str):
    claims = {"email": "new@staff.example", "email_verified": "true", "name": "New", "cognito:groups": groups}
    assert "team" in http.get(f"/api/tickets/{ticket}", by=claims).body


@pytest.fixture
def eventful(http: Gateway, desk: Desk, ada: Person, rita: Person, acme: Organization, ticket: str) -> str:
    """A ticket to which everything happened that a requester must not learn of."""
    path = f"/api/tickets/{ticket}"
    http.patch(path, {"assignee": ada.id, "organization": "acme", "priority": "P1"}, by=ada)
    http.post(f"{path}/messages", {"body": "SECRET note", "visibility": "internal"}, by=ada)
    http.put(f"{path}/pin", {"text": "SECRET pin"}, by=ada)
    letter = {"subject": "SECRET offer", "to": ["secret@vendor.example"], "body": "SECRET price"}
    http.post(f"{path}/sides", letter, by=ada)
    http.post(f"{path}/escalations", {"reason": "SECRET reason", "tried": "SECRET try"}, by=ada)
    http.post(f"{path}/de-escalations", {"answer": "SECRET answer"}, by=ada)
    desk.clock.advance(timedelta(days=3))
    ringing.ring(desk, TicketId(ticket))
    http.post(f"{path}/messages", {"body": "Did you try water?"}, by=ada)
    http.post(f"{path}/messages", {"body": "Yes."}, by=rita)
    http.post(f"{path}/transitions", {"state": "on_hold", "reason": "SECRET wait"}, by=ada)
    entries = desk.tickets.entries(TicketId(ticket))
    assert {"TicketUpdated", "TicketAssigned", "TicketEscalated", "ClockBreached"} <= {entry.type for entry in entries}
    return ticket


def answers_to_the_requester(http: Gateway, desk: Desk, ticket: str, rita: Person) -> Iterator[Reply]:
    """Everything that a requester can be answered about a ticket, with an account and by the link."""
    path = f"/api/tickets/{ticket}"
    link = status_link(desk, desk.tickets.get(TicketId(ticket))).partition("#")[2]
    yield http.get(path, by=rita)
    yield http.get("/api/tickets", by=rita)
    yield http.get("/api/portal/ticket", link=link)
    yield http.post(f"{path}/messages", {"body": "And now?"}, by=rita, headers={"if-match": '"99"'})
    yield http.post("/api/portal/ticket/messages", {"body": "x"}, link=link, headers={"if-match": '"99"'})
    yield http.post(f"{path}/messages", {"body": "And now?"}, by=rita, headers={"idempotency-key": "k"})
    yield http.post(f"{path}/messages", {"body": "And now?"}, by=rita, headers={"idempotency-key": "k"})
    yield http.post("/api/portal/ticket/messages", {"body": "And now?"}, link=link)
    yield http.post(f"{path}/transitions", {"state": "solved"}, by=rita)
    yield http.post(f"{path}/transitions", {"state": "pending"}, by=rita)


def walked(node: Any) -> Iterator[tuple[str, Any]]:
    """Every name and value in a document, however deep."""
    pairs = node.items() if isinstance(node, dict) else (("", value) for value in node)
    for name, value in pairs:
        yield name, value
        if isinstance(value, dict | list):
            yield from walked(value)


def test_nothing_internal_reaches_the_requester(http: Gateway, desk: Desk, eventful: str, rita: Person):
    replies = list(answers_to_the_requester(http, desk, eventful, rita))
    assert [reply.status for reply in replies] == [200, 200, 200, 412, 412, 201, 201, 201, 200, 403]
    for reply in replies:
        for name, value in walked(reply.body):
            assert name not in INTERNAL_KEYS or value in (None, []), (name, value)
            assert value not in ("internal", "L1", "L2", "service-desk", "it-operations", "acme", "standard@1"), name
            assert "SECRET" not in str(value)
        for word in ("SECRET", "vendor.example", "service-desk", "it-operations", "standard@", "first_response"):
            assert word not in reply.text


def test_the_requesters_view_holds_nothing_internal_whatever_it_is_made_of(desk: Desk, eventful: str):
    entries = desk.tickets.entries(TicketId(eventful))
    page = Page(ticket=desk.tickets.get(TicketId(eventful)), entries=tuple(entries), earlier=None)
    assert "SECRET" not in presenting.show(desk, page, a_guest(page.ticket)).model_dump_json()


def test_a_requester_sees_the_conversation_and_how_it_stands(http: Gateway, eventful: str, rita: Person):
    seen = http.get(f"/api/tickets/{eventful}", by=rita).body
    assert [entry["type"] for entry in seen["timeline"]] == [
        "TicketCreated",
        "MessageAdded",
        "StateChanged",
        "MessageAdded",
        "StateChanged",
    ]
    assert [entry["body"] for entry in seen["timeline"] if entry["body"]] == [
        "It smokes.",
        "Did you try water?",
        "Yes.",
    ]
    assert seen["state"] == "on_hold"


def test_staff_see_all_of_it(http: Gateway, eventful: str, ada: Person):
    reply = http.get(f"/api/tickets/{eventful}", by=ada)
    assert reply.text.count("SECRET") == 10  # a pin and a side stand at the top and in the timeline
    assert reply.body["clocks"]
    assert http.get(f"/api/tickets/{eventful}/clocks", by=ada).body["items"][0]["lines"]
