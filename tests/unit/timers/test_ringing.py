"""Rings: what is due happens, once, however often, early, late or in parallel a timer rings."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.capabilities.timers.rules.ring import TooEarlyError
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Level, Scale
from helpdesk.foundation.platform.memory.clock import SettableClock
from helpdesk.foundation.settings.versions import Versions
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

ADA = an_agent()
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
URGENT = {"impact": Scale.HIGH, "urgency": Scale.HIGH}  # both promises in calendar time: 30 minutes and 4 hours


@pytest.fixture
def desk(memory_desk):
    staff(memory_desk, ADA)
    return memory_desk


@pytest.fixture
def ticket(desk):
    return open_ticket(desk)


def wake(desk, ticket):
    return desk.tickets.get(ticket.id).promise.wake_at


def happened(desk, ticket):
    return [entry.type for entry in desk.tickets.entries(ticket.id)][1:]


def counted(desk, ticket):
    return Counter(
        (entry.type, entry.event.clock) for entry in desk.tickets.entries(ticket.id) if "clock" in dir(entry.event)
    )


def ring_at(desk, ticket, instant):
    due = wake(desk, ticket)
    desk.clock.set(instant)
    return ringing.ring(desk, ticket.id, due)


def ring_on_time(desk, ticket, times=1):
    for _ in range(times):
        ring_at(desk, ticket, wake(desk, ticket))


def test_it_warns_before_it_breaches(desk, ticket):
    ring_on_time(desk, ticket, times=2)
    assert happened(desk, ticket) == ["ClockWarned", "ClockBreached", "TicketEscalated"]


def test_a_breach_is_told_at_its_deadline(desk, ticket):
    due = ticket.promise.next_deadline
    ring_on_time(desk, ticket, times=2)
    breach = next(entry for entry in desk.tickets.entries(ticket.id) if entry.type == "ClockBreached")
    assert (breach.at, breach.event.due_at) == (due, due.isoformat())


def test_early_is_too_early(desk, ticket):
    with pytest.raises(TooEarlyError):
        ring_at(desk, ticket, wake(desk, ticket) - SECOND)
    assert happened(desk, ticket) == []


def test_ringing_early_for_a_wake_that_is_gone_does_nothing(desk, ticket):
    gone = wake(desk, ticket)
    tickets.update(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), URGENT)
    before = happened(desk, ticket)
    assert ringing.ring(desk, ticket.id, gone) == wake(desk, ticket)
    assert happened(desk, ticket) == before


@pytest.mark.parametrize("late", [SECOND, timedelta(hours=1), DAY, 30 * DAY])
def test_late_is_as_good_as_on_time(desk, ticket, late):
    ring_on_time(desk, ticket)
    ring_at(desk, ticket, wake(desk, ticket) + late)
    assert counted(desk, ticket)["ClockBreached", "first_response"] == 1


@pytest.mark.parametrize("late", [timedelta(), 30 * DAY])
def test_twice_is_once(desk, ticket, late):
    ring_at(desk, ticket, wake(desk, ticket) + late)
    once = happened(desk, ticket)
    ringing.ring(desk, ticket.id)
    assert happened(desk, ticket) == once


def test_twenty_at_once_are_one(desk, ticket):
    ring_on_time(desk, ticket)
    due = wake(desk, ticket)
    desk.clock.set(due)
    with ThreadPoolExecutor(20) as workers:
        list(workers.map(lambda _: ringing.ring(desk, ticket.id, due), range(20)))
    assert happened(desk, ticket) == ["ClockWarned", "ClockBreached", "TicketEscalated"]


def test_both_clocks_due_at_once_are_told_in_the_order_they_were_due(desk):
    ticket = open_ticket(desk, **URGENT)
    ring_at(desk, ticket, desk.clock.now() + DAY)
    told = [
        (entry.type, entry.event.clock)
        for entry in desk.tickets.entries(ticket.id)
        if entry.type in {"ClockWarned", "ClockBreached"}
    ]
    assert told == [
        ("ClockWarned", "first_response"),
        ("ClockBreached", "first_response"),
        ("ClockWarned", "resolution"),
        ("ClockBreached", "resolution"),
    ]


def test_each_of_two_breaches_takes_the_ticket_one_level_up(desk):
    ticket = open_ticket(desk, **URGENT)
    ring_at(desk, ticket, desk.clock.now() + DAY)
    levels = [
        (entry.event.previous_level, entry.event.level)
        for entry in desk.tickets.entries(ticket.id)
        if entry.type == "TicketEscalated"
    ]
    assert levels == [(Level.L1, Level.L2), (Level.L2, Level.L3)]


def test_at_the_top_a_breach_is_told_and_the_ticket_stays(desk, ticket):
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    escalation.escalate(desk, call, Level.L3, "Too hard", "Everything")
    ring_on_time(desk, ticket, times=2)
    assert happened(desk, ticket) == ["TicketEscalated", "ClockWarned", "ClockBreached"]


@pytest.mark.parametrize("state", ["solved", "cancelled"])
def test_a_finished_ticket_breaches_nothing(desk, ticket, state):
    due = wake(desk, ticket)
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), state, "Twice")
    desk.clock.set(due)
    ringing.ring(desk, ticket.id, due)
    assert happened(desk, ticket) == ["StateChanged"]


def test_an_answer_in_time_breaches_nothing(desk, ticket):
    due = ticket.promise.next_deadline
    tickets.write(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), a_message())
    desk.clock.set(due)
    ringing.ring(desk, ticket.id, due)
    assert ("ClockBreached", "first_response") not in counted(desk, ticket)


def test_an_answer_at_the_deadline_is_too_late(desk, ticket):
    due = ticket.promise.next_deadline
    desk.clock.set(due)
    tickets.write(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), a_message())
    assert desk.tickets.get(ticket.id).promise.breached == ("first_response",)


def breaches(desk, ticket):
    entries = desk.tickets.entries(ticket.id)
    return [(entry.event.step, entry.event.stopped) for entry in entries if entry.type == "ClockBreached"]


def test_who_answers_after_the_deadline_and_before_the_ring_writes_the_breach_down(desk, ticket):
    due, deadline = wake(desk, ticket), ticket.promise.next_deadline
    desk.clock.set(deadline + SECOND)
    tickets.write(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), a_message())
    ringing.ring(desk, ticket.id, due)
    assert breaches(desk, ticket) == [("first_response:1:breach", True)]
    assert "TicketEscalated" not in happened(desk, ticket)


def test_who_solves_after_every_deadline_writes_each_breach_down_once(desk, ticket):
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    desk.clock.advance(30 * DAY)
    tickets.move(desk, call, "solved")
    assert breaches(desk, ticket) == [("first_response:1:breach", True), ("resolution:1:breach", True)]
    tickets.move(desk, call, "open")
    tickets.move(desk, call, "solved")
    desk.clock.advance(DAY)
    ringing.ring(desk, ticket.id)
    assert len(breaches(desk, ticket)) == 2


def test_what_was_told_by_the_ring_is_not_told_again_by_who_answers(desk, ticket):
    ring_on_time(desk, ticket, times=2)
    tickets.write(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), a_message())
    assert breaches(desk, ticket) == [("first_response:1:breach", False)]


def test_no_warning_follows_its_own_breach(desk, ticket):
    """Both were missed, and the ticket was made to wait before its timer rang."""
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor())
    desk.clock.set(ticket.promise.next_deadline + SECOND)
    tickets.move(desk, call, "pending")
    ringing.ring(desk, ticket.id)
    assert breaches(desk, ticket)[0] == ("first_response:1:breach", False)
    tickets.move(desk, call, "open")
    ringing.ring(desk, ticket.id)
    assert ("ClockWarned", "first_response") not in counted(desk, ticket)


def test_what_waits_for_the_requester_does_not_breach(desk, ticket):
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), "pending")
    promise = desk.tickets.get(ticket.id).promise
    assert (promise.wake_at, promise.waiting) == (None, True)


def test_a_promise_moved_by_settings_is_written_down_anew(desk, ticket):
    """The timer rings for the old deadline and finds nothing due: the ticket learns its new wake."""
    due = wake(desk, ticket)
    slower = parse_policy(
        {**POLICIES.first[0], "targets": {"resolution": {"*": {"seconds": 400_000}}}}, CALENDARS.at_first()
    )
    desk.settings.let(POLICIES, Versions({ticket.policy: slower}, [ticket.policy]))
    desk.clock.set(due)
    ringing.ring(desk, ticket.id, due)
    assert happened(desk, ticket) == ["ClocksRecomputed"]
    assert wake(desk, ticket) > due


def behind(desk, seconds):
    """The same desk from a worker whose clock is behind."""
    return replace(desk, clock=SettableClock(desk.clock.now() - timedelta(seconds=seconds)))


def test_workers_whose_clocks_differ_ring_once(desk, ticket):
    due = wake(desk, ticket)
    desk.clock.set(due)
    slow = behind(desk, seconds=3)
    with pytest.raises(TooEarlyError):
        ringing.ring(slow, ticket.id, due)
    ringing.ring(desk, ticket.id, due)
    assert ringing.ring(slow, ticket.id, due) == wake(desk, ticket)
    assert happened(desk, ticket) == ["ClockWarned"]


def test_an_agent_may_write_on_a_worker_whose_clock_is_behind_the_timers(desk, ticket):
    ring_on_time(desk, ticket, times=2)
    slow = behind(desk, seconds=3)
    outcome = tickets.write(slow, Wish(ticket_id=ticket.id, by=ADA.as_actor()), a_message())
    assert "first_response" in outcome.ticket.promise.breached


def test_a_ring_does_not_refuse_who_is_typing(desk, ticket):
    ring_on_time(desk, ticket, times=2)
    call = Wish(ticket_id=ticket.id, by=ADA.as_actor(), revision=ticket.revision)
    assert tickets.write(desk, call, a_message()).ticket.version == 4
