"""Notes for a level over HTTP: an answer of L2 becomes a hint for L1."""

from helpdesk.desk import Desk
from helpdesk.domain.people import Person
from helpdesk.domain.vocabulary import Level

from tests.builders import an_agent, staff
from tests.gateway import Gateway

NOTE = {"title": "Renew the certificate", "body": "Open the VPN client, choose renew."}


def test_what_the_second_level_answers_is_a_hint_for_the_first(http: Gateway, desk: Desk, ada: Person, ticket: str):
    olga = staff(desk, an_agent("Olga"), team="it-operations", level=Level.L2)[0]
    path = f"/api/tickets/{ticket}"
    http.patch(path, {"category": "network"}, by=ada)
    http.post(f"{path}/escalations", {"reason": "a", "tried": "b"}, by=ada)
    http.post(f"{path}/de-escalations", {"answer": "c"}, by=olga)
    kept = http.post(f"{path}/level-notes", NOTE, by=olga)
    assert (kept.status, kept.body["level"], kept.body["category"], kept.body["ticket"]) == (
        201,
        "L1",
        "network",
        ticket,
    )
    assert http.get("/api/level-notes", by=ada, category="network").body == {"items": [kept.body], "cursor": None}
    assert http.get("/api/level-notes", by=ada, category="hardware").body["items"] == []
    seen = http.get(path, by=ada).body["timeline"][-1]
    assert (seen["type"], seen["data"]["title"], seen["body"]) == ("LevelNoteKept", NOTE["title"], NOTE["body"])


def test_notes_are_for_people_inside(http: Gateway, desk: Desk, rita: Person, ticket: str):
    nadia = staff(desk, an_agent("Nadia", external=True))[0]
    assert http.get("/api/level-notes", by=rita).status == 403
    assert http.get("/api/level-notes", by=nadia).status == 403


def test_what_cannot_be_is_refused_at_its_place(http: Gateway, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}/level-notes"
    refused = [
        http.post(path, NOTE | wrong, by=ada).fields
        for wrong in ({"title": ""}, {"body": " "}, {"level": "L4"}, {"category": "moon"})
    ]
    assert refused == [["title"], ["body"], ["level"], ["category"]]
    assert http.get("/api/level-notes", by=ada, limit=0).fields == ["limit"]
