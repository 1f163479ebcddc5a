"""Participants over HTTP: who takes part sees what its requester would, and nothing of them or of the house."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.surveys.settings import TERMS, SurveyTerms
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

from tests.facts import facts_of
from tests.gateway import Gateway


@pytest.fixture
def paul(http: Gateway, ada: Person, mallory: Person, ticket: str) -> Person:
    """Somebody who takes part."""
    assert http.post(f"/api/tickets/{ticket}/participants", {"person": mallory.id}, by=ada).status == 200
    return mallory


def link_of(desk: Desk, ticket: str, person: Person) -> str:
    return status_link(desk, desk.tickets.get(TicketId(ticket)), person.id).partition("#")[2]


def test_staff_add_somebody_and_take_them_out_again(http: Gateway, ada: Person, mallory: Person, ticket: str):
    path = f"/api/tickets/{ticket}"
    added = http.post(f"{path}/participants", {"email": "New@Home.example", "name": "Nora New"}, by=ada)
    assert (added.status, added.headers["etag"]) == (200, '"2"')
    (nora,) = added.body["participants"]
    assert (nora["name"], nora["email"], nora["came"]) == ("Nora New", "new@home.example", "staff")
    (told,) = added.body["timeline"]
    assert (told["type"], told["visibility"], told["data"]) == (
        "ParticipantAdded",
        "public",
        {"person": nora["id"], "name": "Nora New", "came": "staff"},
    )
    gone = http.delete(f"{path}/participants/{nora['id']}", by=ada)
    assert (gone.status, gone.body["participants"]) == (200, [])
    assert [(entry["type"], entry["data"]["name"]) for entry in gone.body["timeline"]] == [
        ("ParticipantRemoved", "Nora New")
    ]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({}, "whom"),
        ({"person": "ada", "email": "ada@people.example"}, "whom"),
        ({"person": "nobody"}, "no_person"),
        ({"email": "nobody"}, "no_address"),
        ({"name": "Nora"}, "whom"),
    ],
)
def test_whom_it_does_not_say_is_refused(http: Gateway, ada: Person, ticket: str, wanted: dict[str, str], code: str):
    refused = http.post(f"/api/tickets/{ticket}/participants", wanted, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, code)


def test_a_reply_names_people_and_a_note_cannot(http: Gateway, ada: Person, mallory: Person, ticket: str):
    path, cc = f"/api/tickets/{ticket}/messages", [{"person": mallory.id}, {"email": "nora@home.example"}]
    written = http.post(path, {"body": "It is done", "cc": cc}, by=ada)
    assert written.status == 201
    assert [each["name"] for each in written.body["participants"]] == ["Mallory", "nora@home.example"]
    refused = http.post(path, {"body": "Psst", "visibility": "internal", "cc": cc}, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "note_to_nobody")
    many = http.post(path, {"body": "All", "cc": [{"email": f"n{n}@home.example"} for n in range(11)]}, by=ada)
    assert many.status == 422
    wrong = http.post(path, {"body": "Who", "cc": [{"person": "nobody"}]}, by=ada)
    assert (wrong.status, wrong.body["errors"][0]["field"]) == (422, "cc")


def test_who_takes_part_sees_what_its_requester_would_and_nothing_of_them(
    http: Gateway, desk: Desk, ada: Person, rita: Person, paul: Person, ticket: str
):
    desk.settings.let(TERMS, SurveyTerms(on=True, delay=timedelta(hours=1)))
    path = f"/api/tickets/{ticket}"
    http.post(f"{path}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    http.post(f"{path}/transitions", {"state": "solved"}, by=ada)
    requesters = http.get(path, by=rita).body
    for seen in (http.get(path, by=paul), http.get("/api/portal/ticket", link=link_of(desk, ticket, paul))):
        assert seen.status == 200
        assert "SECRET" not in seen.text
        assert seen.body.keys() == requesters.keys()
        assert (seen.body["reader"], seen.body["rating"]) == (paul.id, None)
        assert seen.body["requester"] == {"id": rita.id, "name": "Rita", "email": "", "phone": None}
        assert seen.body["participants"] == [{"id": paul.id, "name": "Mallory"}]
        for word in (rita.email, "rating_token", "SatisfactionRated"):
            assert word not in seen.text
    assert (requesters["reader"], requesters["requester"]["email"]) == (rita.id, rita.email)
    assert requesters["rating"]


def test_they_may_reply_and_nothing_else(http: Gateway, desk: Desk, paul: Person, ticket: str):
    path, link = f"/api/tickets/{ticket}", link_of(desk, ticket, paul)
    assert http.post(f"{path}/messages", {"body": "Me too"}, by=paul).status == 201
    assert http.post("/api/portal/ticket/messages", {"body": "Me three"}, link=link).status == 201
    assert [fact["detail"]["data"]["by"] for fact in facts_of(desk, ticket, "MessageAdded")] == [
        "requester",
        "requester",
    ]
    before = len(desk.tickets.entries(TicketId(ticket)))
    for method, rest, body in (
        ("PATCH", "", {"subject": "Mine"}),
        ("POST", "/messages", {"body": "a", "visibility": "internal"}),
        ("POST", "/messages", {"body": "a", "state": "solved"}),
        ("POST", "/messages", {"body": "a", "cc": [{"email": "x@home.example"}]}),
        ("POST", "/transitions", {"state": "solved"}),
        ("POST", "/transitions", {"state": "open"}),
        ("POST", "/escalations", {"reason": "a", "tried": "b"}),
        ("POST", "/participants", {"email": "x@home.example"}),
        ("DELETE", f"/participants/{PersonId('rita')}", None),
        ("PUT", "/pin", {"text": "a"}),
        ("GET", "/clocks", None),
    ):
        assert http.send(method, f"{path}{rest}", body, by=paul).status == 403, (method, rest)
    assert len(desk.tickets.entries(TicketId(ticket))) == before


@pytest.mark.parametrize("way", ["link", "account"])
def test_who_leaves_finds_nothing_any_more(http: Gateway, desk: Desk, paul: Person, ticket: str, way: str):
    path, link = f"/api/tickets/{ticket}", link_of(desk, ticket, paul)
    again = {"idempotency-key": "leaving"}
    for _ in range(2):
        left = (
            http.delete("/api/portal/ticket/participation", link=link, headers=again)
            if way == "link"
            else http.delete(f"{path}/participants/{paul.id}", by=paul, headers=again)
        )
        assert (left.status, left.text) == (204, "")
    for reply in (
        http.get(path, by=paul),
        http.get("/api/portal/ticket", link=link),
        http.post(f"{path}/messages", {"body": "a"}, by=paul),
        http.post("/api/portal/ticket/messages", {"body": "a"}, link=link),
        http.delete(f"{path}/participants/{paul.id}", by=paul),
        http.delete("/api/portal/ticket/participation", link=link),
    ):
        assert (reply.status, reply.code) == (404, "not_found")


def test_a_link_is_good_for_its_ticket_alone(http: Gateway, desk: Desk, rita: Person, paul: Person, ticket: str):
    other = http.post("/api/tickets", {"subject": "Other", "description": "Other"}, by=rita).body["id"]
    assert http.get("/api/portal/ticket", link=link_of(desk, other, paul)).status == 404
