"""search_api: who is about to write something sees which open tickets say the same already, of those they may see."""

from datetime import timedelta

import pytest

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEXT = "Printer on floor three is on fire"


@pytest.fixture
def tickets(desk, rita, mallory):
    """Of Rita, of Mallory, and one about something else."""
    asked = (
        (rita, "The printer is on fire", "Smoke comes out of the tray, on floor three."),
        (mallory, "Fire in our printer", "Please come."),
        (mallory, "No printer", "Where is it?"),
    )
    found = [open_ticket(desk, by, subject=subject, description=description) for by, subject, description in asked]
    projections.found(desk, *(ticket.id for ticket in found))
    return [ticket.id for ticket in found]


@pytest.fixture
def alike(http):
    def ids(by, text=TEXT, **query):
        reply = http.get("/api/alike-tickets", text=text, **query, by=by)
        assert reply.status == 200, reply.text
        return [item["id"] for item in reply.body["items"]]

    return ids


def test_staff_see_those_of_everybody_the_likest_first_and_before_them_those_of_the_requester(
    http, ada, mallory, tickets, alike
):
    assert alike(ada) == tickets[:2]
    assert alike(ada, requester=mallory.id) == [tickets[1], tickets[0]]
    (first, _) = http.get("/api/alike-tickets", text=TEXT, by=ada).body["items"]
    assert [piece["text"] for piece in first["title"] if piece["marked"]] == ["printer", "fire"]
    assert first["ticket"]["requester"]["id"] == "rita"


def test_who_asks_sees_their_own_alone(rita, tickets, alike):
    assert alike(rita) == [tickets[0]]
    assert alike(rita, requester="mallory") == [tickets[0]]


def test_specialists_from_outside_see_what_came_to_them(desk, tickets, alike):
    assert alike(staff(desk, an_agent("Nadia", external=True, teams=("network",)), team="network")[0]) == []


def test_what_is_solved_is_not_offered(http, desk, ada, tickets, alike):
    assert http.post(f"/api/tickets/{tickets[0]}/transitions", {"state": "solved"}, by=ada).status == 200
    projections.found(desk, tickets[0])
    assert alike(ada) == [tickets[1]]


def test_what_is_older_than_a_week_is_not_offered(desk, ada, tickets, alike):
    desk.clock.advance(timedelta(days=7))
    assert alike(ada) == tickets[:2]
    desk.clock.advance(timedelta(days=1))
    assert alike(ada) == []


def test_words_of_a_note_make_nothing_alike(http, desk, ada, tickets, alike):
    note = {"body": "Kindling everywhere, sparks flying", "visibility": "internal"}
    http.post(f"/api/tickets/{tickets[2]}/messages", note, by=ada)
    projections.found(desk, tickets[2])
    assert alike(ada, "Printer: kindling everywhere, sparks flying") == []


@pytest.mark.parametrize(
    "text", ["", "fire", "the and of on it", "is the printer", "\x00", "\U0001f600 (((", "a " * 500]
)
def test_a_text_that_says_too_little_is_like_nothing_and_asks_for_nothing(http, desk, ada, tickets, monkeypatch, text):
    monkeypatch.setattr(desk.search.manifests, "all", lambda: 1 / 0)
    assert http.get("/api/alike-tickets", text=text, by=ada).body == {"items": []}


@pytest.mark.parametrize("query", [{"text": "x" * 1001}, {"text": TEXT, "requester": "x y"}])
def test_what_cannot_be_used_is_refused(http, ada, query):
    assert http.get("/api/alike-tickets", **query, by=ada).code == "invalid"
