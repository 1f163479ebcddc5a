"""tickets_api: a note at the top of a ticket."""

from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

NOTE = {"text": "  Calls back at noon.\nMind the dog. "}


def test_staff_pin_a_note_and_take_it_away(http: Gateway, desk: Desk, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}"
    assert http.get(path, by=ada).body["pin"] is None
    pinned = http.put(f"{path}/pin", NOTE, by=ada)
    assert (pinned.status, pinned.headers["etag"]) == (200, '"2"')
    assert pinned.body["pin"] == {
        "text": "Calls back at noon.\nMind the dog.",
        "by": {"id": ada.id, "name": "Ada"},
        "at": pinned.body["updated_at"],
    }
    (told,) = pinned.body["timeline"]
    assert (told["type"], told["visibility"], told["body"]) == ("NotePinned", "internal", pinned.body["pin"]["text"])
    assert http.get(path, by=ada).body["pin"] == pinned.body["pin"]
    gone = http.put(f"{path}/pin", {"text": " "}, by=ada)
    assert (gone.status, gone.body["pin"]) == (200, None)
    assert [entry["type"] for entry in gone.body["timeline"]] == ["NoteUnpinned"]


def test_asked_again_it_is_answered_the_same(http: Gateway, desk: Desk, ada: Person, ticket: str):
    path, again = f"/api/tickets/{ticket}/pin", {"idempotency-key": "one note"}
    first, second = (http.put(path, NOTE, by=ada, headers=again) for _ in range(2))
    assert first.text == second.text
    assert len(desk.tickets.entries(TicketId(ticket))) == 2
    other = http.put(path, {"text": "Another"}, by=ada, headers=again)
    assert (other.status, other.code) == (422, "idempotency_key_reused")


def test_who_saw_an_older_ticket_is_shown_the_newer_one(http: Gateway, ada: Person, ticket: str):
    path, seen = f"/api/tickets/{ticket}/pin", {"if-match": '"1"'}
    assert http.put(path, NOTE, by=ada, headers=seen).status == 200
    refused = http.put(path, {"text": "Another"}, by=ada, headers=seen)
    assert (refused.status, refused.code) == (412, "stale")
    assert refused.body["current"]["pin"]["text"] == "Calls back at noon.\nMind the dog."


def test_a_note_is_short(http: Gateway, ada: Person, ticket: str):
    path = f"/api/tickets/{ticket}/pin"
    assert http.put(path, {"text": f" {'x' * 1000} "}, by=ada).status == 200
    refused = [http.put(path, body, by=ada).fields for body in ({"text": "x" * 1001}, {"text": None}, {})]
    assert refused == [["text"]] * 3


def test_its_words_are_not_published_and_only_staff_hear_of_it(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    for person in (ada, rita):
        live.connect(desk, live.admission(desk, person.as_actor()), person.id)
        live.watch(desk, person.id, [f"ticket:{ticket}"])
    http.put(f"/api/tickets/{ticket}/pin", NOTE, by=ada)
    (fact,) = facts_of(desk, ticket, "NotePinned")
    assert fact["detail"]["data"] == {}
    assert "dog" not in str(fact)
    for function in ("push_to_browsers", "notify_people"):
        invoke(function, fact)
    assert [connection for connection, _ in desk.live.browsers.pushed] == [ada.id]
    assert desk.notices.mailer.sent == []
