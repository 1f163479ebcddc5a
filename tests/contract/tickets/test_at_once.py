"""Many at once: rings, notices and assignments that race each other happen once each."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.ways import WAYS
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.channels.notices.actions import notification
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import ConflictError, HelpdeskError
from helpdesk.foundation.platform.memory.clock import SettableClock
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message, a_note

ADA = an_agent()


@pytest.fixture
def ticket(desk):
    staff(desk, ADA)
    return open_ticket(desk)


def at_once(*acts):
    """All acts side by side; what was refused is among the answers."""

    def tried(act):
        try:
            return act()
        except HelpdeskError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as workers:
        return list(workers.map(tried, acts))


def facts(desk, ticket):
    return Counter(entry.type for entry in desk.tickets.entries(ticket.id))


def test_rings_at_once_breach_once(desk, ticket):
    desk.clock.set(ticket.promise.next_deadline)
    at_once(*[lambda: ringing.ring(desk, ticket.id, ticket.promise.wake_at)] * 6)
    assert (facts(desk, ticket)["ClockBreached"], facts(desk, ticket)["TicketEscalated"]) == (1, 1)


def test_a_ring_and_an_answer_at_once_are_both_heard(desk, ticket):
    """Whichever comes first: the answer is written, and the promise was broken."""
    desk.clock.set(ticket.promise.next_deadline)
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    at_once(
        lambda: ringing.ring(desk, ticket.id, ticket.promise.wake_at), lambda: tickets.write(desk, call, a_message())
    )
    assert facts(desk, ticket)["MessageAdded"] == 1
    assert desk.tickets.get(ticket.id).promise.breached == ("first_response",)


def test_assignments_at_once_give_a_ticket_once(desk, ticket):
    at_once(*[lambda: assignment.assign(desk, ticket.id, ticket.team)] * 5)
    assert facts(desk, ticket)["TicketAssigned"] == 1


class Waiting(SettableClock):
    """Side by side, all wait at the same time; time does not pass for each of them apart."""

    def pause(self, seconds):
        time.sleep(seconds / 100)


def test_one_fact_at_many_workers_is_mailed_once(desk, ticket):
    desk = replace(desk, clock=Waiting())
    (created,) = (entry for entry in desk.tickets.entries(ticket.id) if entry.type == "TicketCreated")
    sent = at_once(*[lambda: notification.notify(desk, LETTERS, WAYS, ticket.id, created.version, created.id)] * 5)
    assert sum(sent) == 1


def test_who_gives_up_is_told_so_and_wrote_nothing(desk, ticket):
    """More writers at once than there are tries: each is either written or refused, never half."""
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    answers = at_once(*[lambda: tickets.write(desk, call, a_note())] * 12)
    refused = sum(isinstance(answer, ConflictError) for answer in answers)
    assert facts(desk, ticket)["MessageAdded"] == 12 - refused
