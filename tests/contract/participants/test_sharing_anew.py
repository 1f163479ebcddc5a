"""Who took part before there was a list of that has theirs when operators ask for it."""

import os

import pytest
from helpdesk.capabilities.participants import actions as participants
from helpdesk.core.tickets.actions import repair
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.dynamodb.keys import shared_key
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.aws import client as aws_client

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

ADA, RITA, PAUL, MALLORY = an_agent(), a_requester(), a_requester("Paul"), a_requester("Mallory")


def taken_part_in(desk):
    """Paul takes part in the first two, Mallory in the second."""
    staff(desk, ADA)
    for person in (RITA, PAUL, MALLORY):
        desk.directory.put_person(person)
    found = [open_ticket(desk, by=RITA).id for _ in range(3)]
    for ticket, person in ((found[0], PAUL), (found[1], PAUL), (found[1], MALLORY)):
        participants.add(desk, Wish(ticket_id=ticket, by=ADA.as_actor()), Invited(person=person.id))
    return found


@pytest.fixture
def tickets(desk):
    return taken_part_in(desk)


def of(desk, person):
    return sorted(card.id for card in desk.tickets.by_requester(person.id, None, 10, shared=True).items)


def test_whoever_takes_part_has_it_among_theirs_however_often_it_is_done(desk, tickets):
    for _ in range(2):
        assert repair.share_all(desk, tickets) == (3, [])
        assert (of(desk, PAUL), of(desk, MALLORY)) == (sorted(tickets[:2]), [tickets[1]])


def test_what_was_never_written_is(aws_desk):
    tickets = taken_part_in(aws_desk)
    for person, ticket in ((PAUL, tickets[0]), (PAUL, tickets[1]), (MALLORY, tickets[1])):
        aws_client("dynamodb").delete_item(TableName=os.environ["TABLE"], Key=shared_key(person.id, ticket))
    assert of(aws_desk, PAUL) == []
    assert repair.share_all(aws_desk, tickets) == (3, [])
    assert (of(aws_desk, PAUL), of(aws_desk, MALLORY)) == (sorted(tickets[:2]), [tickets[1]])


def test_one_that_moves_meanwhile_is_read_again_and_one_that_does_not_stop_is_named(desk, tickets, monkeypatch):
    share, moves = desk.tickets.share, {tickets[0]: 1, tickets[1]: repair.ATTEMPTS}

    def moved(ticket):
        if moves[ticket.id]:
            moves[ticket.id] -= 1
            raise ConflictError("It was changed meanwhile.")
        share(ticket)

    monkeypatch.setattr(desk.tickets, "share", moved)
    monkeypatch.setattr(desk.tickets, "heads", lambda ids: [desk.tickets.get(each) for each in ids])
    # All at once first, then each by itself: the second one moves eight times.
    moves[tickets[1]] *= 2
    shared, failed = repair.share_all(desk, tickets)
    assert (shared, [ticket for ticket, _ in failed]) == (1, [tickets[1]])


def test_what_was_read_before_somebody_changed_it_writes_nothing(desk, tickets):
    before = desk.tickets.get(tickets[0])
    participants.remove(desk, Wish(ticket_id=before.id, by=ADA.as_actor()), PAUL.id)
    with pytest.raises(ConflictError):
        desk.tickets.share(before)
    assert of(desk, PAUL) == [tickets[1]]
