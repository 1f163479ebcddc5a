"""Somebody says that they answer for a ticket, and nobody else is told any more."""

from helpdesk.actions import escalation
from helpdesk.domain.vocabulary import Scale

from tests.builders import open_ticket


def test_an_agent_ends_the_ladders_of_a_ticket(http, desk, ada):
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    escalation.climb(desk, ticket.id, "page@1:created")
    reply = http.post(f"/api/tickets/{ticket.id}/acknowledgements", {}, by=ada)
    assert reply.status == 201
    assert [(entry["type"], entry["data"]["climbs"]) for entry in reply.body["timeline"]] == [
        ("TicketAcknowledged", ["page@1:created"])
    ]
    assert desk.tickets.get(ticket.id).climbs == ()


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
