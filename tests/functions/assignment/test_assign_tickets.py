"""assign_tickets: messages of a FIFO queue, in order within a team, whatever happens to one of them."""

import json
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, PersonId

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import queued
from tests.lambdas import invoke

Event = dict[str, Any]


@pytest.fixture
def bob(desk: Desk) -> Person:
    """An agent of the second level."""
    return staff(desk, an_agent("Bob", teams=("it-operations",)), team="it-operations", level=Level.L2)[0]


def waiting(*tickets: Ticket) -> Event:
    """Messages of one team's line."""
    bodies = [json.dumps({"ticket_id": ticket.id, "team": ticket.team}) for ticket in tickets]
    return queued(*bodies, group=tickets[0].team)


def joined(*batches: Event) -> Event:
    """Messages of several lines in one batch, each with a number of its own."""
    records = [record for batch in batches for record in batch["Records"]]
    return {"Records": [record | {"messageId": f"message-{n}"} for n, record in enumerate(records)]}


def failed(event: Event) -> list[str]:
    return [item["itemIdentifier"] for item in invoke("assign_tickets", event)["batchItemFailures"]]


def assignee(desk: Desk, ticket: Ticket) -> PersonId | None:
    return desk.tickets.get(ticket.id).assignee


def test_a_waiting_ticket_is_given_to_a_person(desk: Desk, ada: Person):
    ticket = open_ticket(desk)
    assert failed(waiting(ticket)) == []
    assert assignee(desk, ticket) == ada.id
    entry = desk.tickets.entries(ticket.id)[-1]
    assert (entry.type, entry.actor.role) == ("TicketAssigned", "system")


def test_people_of_a_team_share_the_work(desk: Desk, ada: Person):
    staff(desk, an_agent("Eve"))
    tickets = [open_ticket(desk) for _ in range(4)]
    assert failed(waiting(*tickets)) == []
    assert sorted(str(assignee(desk, ticket)) for ticket in tickets) == ["ada", "ada", "eve", "eve"]


def test_a_message_that_comes_again_gives_nothing_twice(desk: Desk, ada: Person):
    ticket = open_ticket(desk)
    for _ in range(3):
        assert failed(waiting(ticket)) == []
    assert [entry.type for entry in desk.tickets.entries(ticket.id)].count("TicketAssigned") == 1


def test_without_anybody_the_ticket_waits_and_nothing_has_failed(desk: Desk):
    staff(desk, a_requester("Ada", teams=(SERVICE_DESK,)))
    ticket = open_ticket(desk)
    assert failed(waiting(ticket)) == []
    assert assignee(desk, ticket) is None


def test_what_was_taken_meanwhile_is_left_alone(desk: Desk, ada: Person):
    staff(desk, an_agent("Eve"))
    ticket = open_ticket(desk)
    failed(waiting(ticket))
    first = assignee(desk, ticket)
    failed(waiting(ticket))
    assert assignee(desk, ticket) == first


@pytest.mark.parametrize("body", ["nonsense", "", "{}", "[]", '{"ticket_id": "HD-80000001"}'])
def test_nonsense_is_given_back(desk: Desk, body: str):
    assert failed(queued(body, group="service-desk")) == ["message-0"]


def test_after_a_failure_its_line_is_given_back_in_order_and_the_others_go_on(desk: Desk, ada: Person, bob: Person):
    first, second, third = (open_ticket(desk) for _ in range(3))
    other = open_ticket(desk, subject="Outage of everything")
    assert other.team == "it-operations"
    poison = queued("nonsense", group="service-desk")
    event = joined(waiting(first), poison, waiting(second), waiting(other), waiting(third))
    assert failed(event) == ["message-1", "message-2", "message-4"]
    assert (assignee(desk, first), assignee(desk, other)) == (ada.id, bob.id)
    assert (assignee(desk, second), assignee(desk, third)) == (None, None)
    assert failed(joined(waiting(second), waiting(third))) == []
    assert (assignee(desk, second), assignee(desk, third)) == (ada.id, ada.id)
