"""Indexes that are made anew while the desk works on."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.search.actions import projecting, rebuilding
from helpdesk.core.tickets.actions import reading
from helpdesk.core.tickets.actions import tickets as actions
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.months import month_of

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.contract.search.workers import Disturbed, a_document, a_worker, shown_by, write

ADA = an_agent()


@pytest.fixture
def tickets(memory_desk):
    found = [open_ticket(memory_desk) for _ in range(3)]
    memory_desk.clock.advance(timedelta(days=40))
    return [*found, open_ticket(memory_desk)]


def made(worker):
    known = reading.by_month(worker)
    return [rebuilding.make(worker, month, ids) for month, ids in known.items()]


def test_all_tickets_are_found_and_nothing_else(memory_desk, tickets):
    phantom = a_document(77, month=tickets[0].created_at.month)
    write(a_worker(memory_desk), phantom)
    months = made(a_worker(memory_desk))
    assert [(each.month, each.tickets, each.failed) for each in months] == [("2026-04", 1, ()), ("2026-03", 3, ())]
    assert shown_by(memory_desk) == {ticket.id: ticket.subject for ticket in tickets}
    assert [len(manifest.packs) for manifest in memory_desk.search.manifests.all()] == [1, 1]


def test_what_changes_while_it_is_made_is_found_as_it_is_then(memory_desk, tickets):
    other = a_worker(memory_desk)
    staff(memory_desk, ADA)
    known = reading.by_month(memory_desk)

    def change():
        """All of it, when the index is written and not yet what holds."""
        wish = Wish(ticket_id=tickets[-1].id, by=ADA.as_actor())
        changed = actions.update(memory_desk, wish, {"subject": "It is out"}).ticket
        new = open_ticket(memory_desk, subject="Another fire")
        projections.found(other, changed.id, new.id)

    busy = a_worker(memory_desk, packs=Disturbed(memory_desk.search.packs, "put", change))
    assert [each.failed for each in (rebuilding.make(busy, month, ids) for month, ids in known.items())] == [(), ()]
    assert shown_by(memory_desk)[tickets[-1].id] == "It is out"
    late = list(reading.opened_since(busy, known))
    assert [ticket.subject for ticket in late] == ["Another fire"]
    assert rebuilding.project(busy, late) == []
    assert set(shown_by(memory_desk)) == {ticket.id for ticket in [*tickets, *late]}


def test_who_goes_on_after_a_break_leaves_what_is_made(memory_desk, tickets):
    month = month_of(tickets[0].created_at)
    begun = memory_desk.clock.wall()
    assert not rebuilding.is_made(memory_desk, month, begun)
    made(a_worker(memory_desk))
    assert rebuilding.is_made(memory_desk, month, begun)
    projections.found(a_worker(memory_desk), tickets[0].id)
    assert rebuilding.is_made(memory_desk, month, begun)
    assert not rebuilding.is_made(memory_desk, month, begun + timedelta(seconds=1))


def test_one_that_cannot_be_read_is_named_and_keeps_no_other_out(memory_desk, tickets, monkeypatch):
    document = projecting.document

    def broken(desk, reading, teams):
        if reading.ticket.id == tickets[1].id:
            raise ValueError("This one")
        return document(desk, reading, teams)

    monkeypatch.setattr(projecting, "document", broken)
    assert [each.failed for each in made(a_worker(memory_desk))] == [(), (tickets[1].id,)]
    assert set(shown_by(memory_desk)) == {ticket.id for ticket in tickets} - {tickets[1].id}
