"""Rows that are made anew while the desk works on."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.numbers.actions import projecting, rebuilding
from helpdesk.core.tickets.actions import reading
from helpdesk.core.tickets.actions import tickets as actions
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.months import month_of

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.contract.numbers.workers import Disturbed, a_row, a_worker, counted

ADA = an_agent()


@pytest.fixture
def tickets(memory_desk):
    staff(memory_desk, ADA)
    found = [open_ticket(memory_desk) for _ in range(3)]
    memory_desk.clock.advance(timedelta(days=40))
    return [*found, open_ticket(memory_desk)]


def made(worker):
    return [rebuilding.make(worker, month, ids) for month, ids in reading.by_month(worker).items()]


def number(ticket):
    return int(ticket.id.removeprefix("HD-"))


def test_all_tickets_are_counted_and_nothing_else(memory_desk, tickets):
    phantom = a_row(77, version=9)
    projecting.write(a_worker(memory_desk), month_of(tickets[0].created_at), [phantom])
    assert [(each.tickets, each.failed) for each in made(a_worker(memory_desk))] == [(1, ()), (3, ())]
    assert counted(memory_desk) == {number(ticket): ticket.version for ticket in tickets}


def test_what_changes_while_they_are_made_counts_as_it_is_then(memory_desk, tickets):
    def change():
        wish = Wish(ticket_id=tickets[-1].id, by=ADA.as_actor())
        changed = actions.update(memory_desk, wish, {"subject": "It is out"}).ticket
        projecting.project(a_worker(memory_desk), [reading.read(memory_desk, changed)])

    made(a_worker(memory_desk, Disturbed(memory_desk.numbers.packs, "put", change)))
    now = memory_desk.tickets.get(tickets[-1].id)
    assert now.version > tickets[-1].version
    assert counted(memory_desk)[number(now)] == now.version


def test_who_goes_on_after_a_break_leaves_what_is_made(memory_desk, tickets):
    month, begun = month_of(tickets[0].created_at), memory_desk.clock.wall()
    projecting.write(a_worker(memory_desk), month, [a_row(1)])
    memory_desk.clock.advance(timedelta(seconds=1))
    assert not rebuilding.is_made(memory_desk, month, begun + timedelta(seconds=1))
    made(a_worker(memory_desk))
    assert rebuilding.is_made(memory_desk, month, begun + timedelta(seconds=1))


def test_one_that_cannot_be_counted_is_named_and_keeps_no_other_out(memory_desk, tickets, monkeypatch):
    row_of = projecting.row_of

    def broken(ticket, *more):
        if ticket.id == tickets[1].id:
            raise ValueError("This one")
        return row_of(ticket, *more)

    monkeypatch.setattr(projecting, "row_of", broken)
    assert [each.failed for each in made(a_worker(memory_desk))] == [(), (tickets[1].id,)]
    assert set(counted(memory_desk)) == {number(ticket) for ticket in tickets} - {number(tickets[1])}
