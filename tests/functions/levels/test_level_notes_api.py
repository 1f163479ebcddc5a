"""Notes for a level over HTTP: an answer of L2 becomes a hint for L1."""

from helpdesk.capabilities.assignment.actions import plan
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
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


def test_an_outside_specialist_leaves_a_note_with_the_act_of_sending_back(
    http: Gateway, desk: Desk, ada: Person, ticket: str
):
    """From then on the ticket does not exist for them."""
    nadia = outsider(desk)
    path = f"/api/tickets/{ticket}"
    http.patch(path, {"category": "network"}, by=ada)
    http.post(f"{path}/escalations", {"level": "L3", "reason": "a", "tried": "b"}, by=ada)
    back = {"answer": "Renew it.", "note": {"title": "Renew the certificate"}}
    again = {"idempotency-key": "one answer"}
    sent = [http.post(f"{path}/de-escalations", back, by=nadia, headers=again).status for _ in range(2)]
    assert (sent, http.get(path, by=nadia).status) == ([201, 201], 404)
    (note,) = http.get("/api/level-notes", by=ada, category="network").body["items"]
    assert (note["title"], note["body"], note["level"], note["author"]["id"]) == (
        "Renew the certificate",
        "Renew it.",
        "L1",
        nadia.id,
    )
    told = http.get(path, by=ada).body["timeline"][-2:]
    assert [each["type"] for each in told] == ["TicketDeescalated", "LevelNoteKept"]


def test_a_note_that_cannot_be_sends_nothing_back(http: Gateway, desk: Desk, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}"
    http.post(f"{path}/escalations", {"reason": "a", "tried": "b"}, by=ada)
    for wrong, place in (({"title": ""}, "note.title"), ({"title": "a", "level": "L4"}, "note.level")):
        assert http.post(f"{path}/de-escalations", {"answer": "c", "note": wrong}, by=ada).fields == [place]
    assert http.get(path, by=ada).body["level"] == "L2"


def outsider(desk: Desk) -> Person:
    team = "network-experts"
    (nadia,) = staff(desk, an_agent("Nadia", teams=(team,)), team=team, level=Level.L3)
    lead = an_agent("Lea", role=Role.LEAD).as_actor()
    plan.plan(desk, lead, nadia.id, Availability(external=True), 0)
    return nadia


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
