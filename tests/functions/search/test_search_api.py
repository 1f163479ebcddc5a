"""search_api: everybody finds what they may see, and nothing else."""

from datetime import timedelta

import pytest
from helpdesk.foundation.kernel.vocabulary import Scale

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff


@pytest.fixture
def tickets(desk, rita, mallory):
    """One of Rita, with a note that she does not see; two of Mallory."""
    asked = (
        (rita, "The printer is on fire", "Smoke comes out of the tray."),
        (mallory, "No printer", "Where is it?"),
        (mallory, "Störung im Drucker", "Er geht nicht."),
    )
    found = []
    for by, subject, description in asked:
        found.append(open_ticket(desk, by, subject=subject, description=description))
        desk.clock.advance(timedelta(minutes=1))
    projections.found(desk, *(ticket.id for ticket in found))
    return found


def ids(reply):
    assert reply.status == 200, reply.text
    return [item["id"] for item in reply.body["items"]]


def test_staff_find_by_words_newest_first(http, ada, tickets):
    reply = http.get("/api/search", q="printer", by=ada)
    assert ids(reply) == [tickets[1].id, tickets[0].id]
    body = reply.body
    assert (body["total"], body["total_is"], body["cursor"]) == (2, "exact", None)
    assert body["facets"]["state"] == {"new": 2}
    assert body["items"][0]["title"] == [{"text": "No ", "marked": False}, {"text": "printer", "marked": True}]
    assert body["items"][0]["ticket"]["subject"] == "No printer"
    assert ids(http.get("/api/search", q="stoerung", by=ada)) == [tickets[2].id]


def test_where_nothing_is_written_so_a_letter_may_be_wrong(http, ada, tickets):
    assert ids(http.get("/api/search", q="pronter", by=ada)) == [tickets[1].id, tickets[0].id]


def test_who_asks_finds_their_own(http, rita, tickets):
    reply = http.get("/api/search", q="printer", by=rita)
    assert ids(reply) == [tickets[0].id]
    assert set(reply.body["facets"]) <= {"state"}
    assert reply.body["items"][0]["ticket"]["team"] is None
    assert ids(http.get("/api/search", q="where", by=rita)) == []


def test_a_note_is_found_by_staff_alone(http, desk, ada, rita, tickets):
    http.post(
        f"/api/tickets/{tickets[0].id}/messages", {"body": "Kindling everywhere", "visibility": "internal"}, by=ada
    )
    projections.found(desk, tickets[0].id)
    assert ids(http.get("/api/search", q="kindling", by=ada)) == [tickets[0].id]
    assert ids(http.get("/api/search", q="kindling", by=rita)) == []


def test_specialists_from_outside_find_what_came_to_them(http, desk, tickets):
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("network",)), team="network")[0]
    assert ids(http.get("/api/search", q="printer", by=nadia)) == []


def test_pages_go_on_and_no_cursor_is_good_for_another_question(http, ada, tickets):
    first = http.get("/api/search", q="printer", limit=1, by=ada)
    assert (ids(first), first.body["total"]) == ([tickets[1].id], 2)
    cursor = first.body["cursor"]
    second = http.get("/api/search", q="printer", limit=1, cursor=cursor, by=ada)
    assert (ids(second), second.body["cursor"]) == ([tickets[0].id], None)
    assert http.get("/api/search", q="fire", cursor=cursor, by=ada).code == "invalid"


def test_a_queue_is_asked_in_another_order(http, desk, ada, mallory, tickets):
    urgent = open_ticket(desk, mallory, subject="All is down", impact=Scale.HIGH, urgency=Scale.HIGH)
    projections.found(desk, urgent.id)
    newest = [urgent.id, *(ticket.id for ticket in reversed(tickets))]
    assert ids(http.get("/api/search", q="is:open", sort="newest", by=ada)) == newest
    assert ids(http.get("/api/search", q="is:open", sort="priority", by=ada))[0] == urgent.id
    http.post(f"/api/tickets/{tickets[0].id}/messages", {"body": "A part is ordered"}, by=ada)
    projections.found(desk, tickets[0].id)
    assert ids(http.get("/api/search", q="is:open", sort="changed", by=ada))[0] == tickets[0].id
    assert len(ids(http.get("/api/search", q="is:open", sort="due", by=ada))) == len(newest)


UNUSABLE = ({"sort": "worst"}, {"limit": 0}, {"kind": "planet"}, {"q": "x" * 501}, {"cursor": "made-up"})


@pytest.mark.parametrize("query", UNUSABLE)
def test_what_cannot_be_used_is_refused(http, ada, query):
    assert http.get("/api/search", **query, by=ada).code == "invalid"


@pytest.mark.parametrize("question", ["", '"', "-", "state:", "\0", "(((", "*", "a:b:c", "\U0001f600", "AND OR NOT"])
def test_any_question_has_an_answer(http, ada, tickets, question):
    assert http.get("/api/search", q=question, sort="best", by=ada).status == 200
