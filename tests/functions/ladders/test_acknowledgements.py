"""Somebody says that they answer for a ticket, and nobody else is told any more."""

from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.foundation.kernel.vocabulary import Scale

from tests.builders.intake import open_ticket


def test_an_agent_ends_the_ladders_of_a_ticket(http, desk, ada):
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    escalation.climb(desk, ticket.id, "page@1:created")
    reply = http.post(f"/api/tickets/{ticket.id}/acknowledgements", {}, by=ada)
    assert reply.status == 201
    assert [(entry["type"], entry["data"]["climbs"]) for entry in reply.body["timeline"]] == [
        ("TicketAcknowledged", ["page@1:created"])
    ]
    assert desk.tickets.get(ticket.id).climbs == ()


def test_staff_see_which_ladders_go_on_and_when(http, desk, ada):
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    path = f"/api/tickets/{ticket.id}"
    (before,) = http.get(path, by=ada).body["ladders"]
    assert (before["ladder"], before["steps_taken"]) == ("page", 0)
    escalation.climb(desk, ticket.id, "page@1:created")
    (after,) = http.get(path, by=ada).body["ladders"]
    assert after["steps_taken"] == 1
    assert after["next_at"] > before["next_at"]
    assert http.post(f"{path}/acknowledgements", {}, by=ada).body["ladders"] == []


def test_without_a_ladder_there_is_nothing_to_acknowledge(http, desk, ada):
    ticket = open_ticket(desk)
    assert http.post(f"/api/tickets/{ticket.id}/acknowledgements", {}, by=ada).body["timeline"] == []


def test_requesters_do_not_acknowledge_and_see_nothing_of_ladders(http, desk, rita):
    ticket = open_ticket(desk, by=rita, impact=Scale.HIGH, urgency=Scale.HIGH)
    escalation.climb(desk, ticket.id, "page@1:created")
    assert http.post(f"/api/tickets/{ticket.id}/acknowledgements", {}, by=rita).code == "forbidden"
    assert {entry["type"] for entry in http.get(f"/api/tickets/{ticket.id}", by=rita).body["timeline"]} == {
        "TicketCreated"
    }
