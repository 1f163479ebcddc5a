"""A ticket that assignment fails at holds up neither its team's line nor what else its person has."""

import json
import logging
from datetime import timedelta

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules import dispatch
from helpdesk.capabilities.assignment.rules.board import place_of
from helpdesk.core.staffing.rules.availability import Absence, Availability, Presence, Status
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import TeamId

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.facts import queued
from tests.lambdas import invoke

TEAM = TeamId("service-desk")
ADA = an_agent("Ada")
GONE = KeyError("a policy that is gone")


@pytest.fixture
def away(desk):
    """Three in line, and nobody there."""
    staff(desk, ADA)
    desk.assignment.boards.see(ADA.id, [TEAM], Presence(status=Status.OFFLINE))
    opened = [open_ticket(desk) for _ in range(3)]
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    return sorted(opened, key=place_of)


def comes(desk):
    desk.assignment.boards.see(ADA.id, [TEAM], Presence(status=Status.AVAILABLE))


@pytest.fixture
def breaks(monkeypatch):
    """Deciding about these tickets fails."""
    step = dispatch.step

    def at(*bad, error=GONE):
        ids = {ticket.id for ticket in bad}

        def broken(board, ticket, now):
            if ticket.id in ids:
                raise error
            return step(board, ticket, now)

        monkeypatch.setattr(dispatch, "step", broken)

    return at


def owners(desk, opened):
    return [desk.tickets.get(ticket.id).assignee for ticket in opened]


@pytest.mark.parametrize("bad", [0, 1, 2])
def test_those_behind_it_in_line_are_given(desk, away, breaks, bad):
    breaks(away[bad])
    comes(desk)
    assignment.came_or_left(desk, ADA.id, TEAM)
    assert owners(desk, away) == [None if number == bad else ADA.id for number in range(3)]


def test_one_that_comes_does_not_wait_behind_it(desk, away, breaks):
    breaks(*away)
    comes(desk)
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert owners(desk, [*away, ticket]) == [None, None, None, ADA.id]


def test_it_stays_in_line_and_is_given_when_it_can_be(desk, away, breaks, monkeypatch):
    breaks(away[0])
    comes(desk)
    assignment.room_made(desk, TEAM)
    assert [waiting.need.ticket_id for waiting in desk.assignment.boards.board(TEAM).line] == [away[0].id]
    monkeypatch.undo()
    assignment.room_made(desk, TEAM)
    assert owners(desk, away) == [ADA.id] * 3


def test_what_somebody_has_is_looked_at_past_it_and_then_it_is_raised(desk, breaks):
    bob = an_agent("Bob")
    staff(desk, ADA, bob)
    desk.staffing.put_availability(bob, Availability(capacity=0))
    opened = [open_ticket(desk) for _ in range(3)]
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    away = Absence(start=desk.clock.now(), end=desk.clock.now() + timedelta(days=1), substitute=bob.id)
    desk.staffing.put_availability(bob, Availability())
    desk.staffing.put_availability(ADA, Availability(absences=(away,)))
    breaks(opened[0])
    with pytest.raises(KeyError):
        assignment.came_or_left(desk, ADA.id, TEAM)
    assert owners(desk, opened) == [ADA.id, "bob", "bob"]


def test_who_takes_the_next_is_given_the_one_behind_it(desk, away, monkeypatch):
    taken = dispatch.taken

    def broken(board, ticket, *rest):
        if ticket.id == away[0].id:
            raise GONE
        return taken(board, ticket, *rest)

    monkeypatch.setattr(dispatch, "taken", broken)
    for ticket in away[1:]:
        assert assignment.take_next(desk, ADA.as_actor(), TEAM).ticket.id == ticket.id
    with pytest.raises(KeyError):
        assignment.take_next(desk, ADA.as_actor(), TEAM)


def test_when_others_write_all_the_time_the_message_comes_again(desk, away, breaks):
    """Nothing is wrong with the ticket then."""
    breaks(away[0], error=ConflictError("Somebody writes"))
    comes(desk)
    with pytest.raises(ConflictError):
        assignment.room_made(desk, TEAM)


@pytest.fixture
def working(memory_desk: Desk, serve):
    serve(memory_desk)
    return memory_desk


def test_its_message_is_given_back_and_the_line_goes_on_meanwhile(working, breaks, caplog):
    staff(working, ADA)
    working.staffing.put_availability(ADA, Availability(capacity=0))
    first, second = (open_ticket(working) for _ in range(2))
    assignment.assign(working, first.id, TEAM)
    working.staffing.put_availability(ADA, Availability(capacity=5))
    breaks(second)
    event = queued(json.dumps({"team": TEAM, "ticket_id": second.id}), group=TEAM)
    with caplog.at_level(logging.ERROR):
        assert invoke("assign_tickets", event)["batchItemFailures"] == [{"itemIdentifier": "message-0"}]
    assert owners(working, [first, second]) == [ADA.id, None]


def test_one_that_is_stuck_in_line_is_named_in_the_log_and_fails_no_message_of_others(working, breaks, caplog):
    staff(working, ADA)
    working.staffing.put_availability(ADA, Availability(capacity=0))
    first, second = (open_ticket(working) for _ in range(2))
    assignment.assign(working, first.id, TEAM)
    working.staffing.put_availability(ADA, Availability(capacity=5))
    breaks(first)
    event = queued(json.dumps({"team": TEAM, "ticket_id": second.id}), group=TEAM)
    with caplog.at_level(logging.INFO):
        assert invoke("assign_tickets", event)["batchItemFailures"] == []
    assert owners(working, [first, second]) == [None, ADA.id]
    (said,) = (record.outcome for record in caplog.records if hasattr(record, "outcome"))
    assert said["stuck"] == {first.id: "KeyError"}
