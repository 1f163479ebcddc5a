"""Arming: a wake that is near gets a timer, under a name that makes a second start one with the first."""

from datetime import timedelta

import pytest
from helpdesk.assembly.memory import memory_desk as new_desk
from helpdesk.capabilities.timers.actions import arming as timers
from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.channels.publishing import actions as publication
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.core.tickets.rules.listing import SHARDS
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, Scale, Visibility
from helpdesk.foundation.platform.memory.clock import SettableClock

from tests.builders.intake import open_ticket
from tests.builders.tickets import a_change

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def started(desk):
    return list(desk.timers.executions.started.values())


def sweep(desk):
    return sum(timers.sweep(desk, shard) for shard in range(SHARDS))


def before_wake(desk, ticket, by):
    desk.clock.set(ticket.promise.wake_at - by)


@pytest.fixture
def ticket(memory_desk):
    return open_ticket(memory_desk)


@pytest.mark.parametrize(
    ("before", "found"), [(HORIZON + SECOND, 0), (HORIZON, 1), (MINUTE, 1), (-timedelta(days=3), 1)]
)
def test_a_sweep_starts_what_wakes_within_the_horizon(memory_desk, ticket, before, found):
    before_wake(memory_desk, ticket, before)
    assert sweep(memory_desk) == len(started(memory_desk)) == found


def test_a_timer_waits_for_the_wake_and_never_less(memory_desk, ticket):
    before_wake(memory_desk, ticket, MINUTE + SECOND / 10)
    sweep(memory_desk)
    (timer,) = started(memory_desk)
    assert (timer.ticket_id, timer.wake_at, timer.seconds) == (ticket.id, ticket.promise.wake_at, 61)


def test_what_is_overdue_rings_at_once(memory_desk, ticket):
    before_wake(memory_desk, ticket, -MINUTE)
    sweep(memory_desk)
    assert started(memory_desk)[0].seconds == 0


def test_sweeping_again_starts_nothing_again(memory_desk, ticket):
    before_wake(memory_desk, ticket, 9 * MINUTE)
    sweep(memory_desk)
    memory_desk.clock.advance(5 * MINUTE)
    assert sweep(memory_desk) == 0


def test_a_timer_armed_by_its_fact_is_the_one_a_sweep_would_start(memory_desk, ticket):
    before_wake(memory_desk, ticket, MINUTE)
    assert timers.arm(memory_desk, ticket.id, ticket.version, ticket.promise.wake_at)
    assert sweep(memory_desk) == 0


def test_a_timer_that_was_lost_is_started_again_every_minute_until_it_rang(memory_desk, ticket):
    before_wake(memory_desk, ticket, MINUTE)
    sweep(memory_desk)
    before_wake(memory_desk, ticket, -timers.OVERDUE)
    assert sweep(memory_desk) == 0
    found = []
    for _ in range(4):
        memory_desk.clock.advance(timedelta(seconds=30))
        found.append(sweep(memory_desk))
    assert found == [1, 1, 0, 1]


def test_two_wakes_within_one_second_have_two_timers(memory_desk, ticket):
    wake = ticket.promise.wake_at.replace(microsecond=0)
    names = [timers.arm(memory_desk, ticket.id, 1, wake + timedelta(milliseconds=ms)) for ms in (100, 900)]
    assert names == [True, True]


def test_names_are_such_as_workflows_take(memory_desk, ticket):
    for before in (MINUTE, -timedelta(days=1)):
        before_wake(memory_desk, ticket, before)
        sweep(memory_desk)
    assert all(len(name) <= 80 and name.replace("-", "").isalnum() for name in memory_desk.timers.executions.started)


def test_where_time_runs_faster_timers_wait_shorter():
    desk = new_desk(SettableClock(rate=60))
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    sweep(desk)
    (timer,) = started(desk)
    assert timer.seconds == (ticket.promise.wake_at - desk.clock.now()) / timedelta(minutes=1)


@pytest.mark.parametrize(
    ("before", "arm"), [(HORIZON + SECOND, False), (HORIZON, True), (SECOND, True), (-timedelta(days=1), True)]
)
def test_a_fact_is_flagged_when_the_wake_it_sets_is_near(memory_desk, before, arm):
    change = a_change()
    before_wake(memory_desk, change.after, before)
    publication.publish(memory_desk, change.entries)
    assert memory_desk.publishing.bus.published[0].detail["metadata"]["arm"] is arm


NOTE = MessageAdded(visibility=Visibility.INTERNAL, by=Role.AGENT, channel=Channel.PORTAL)


def flags(desk, change):
    publication.publish(desk, change.entries)
    return [envelope.detail["metadata"]["arm"] for envelope in desk.publishing.bus.published]


def test_a_wake_that_stays_is_armed_once(memory_desk, ticket):
    before_wake(memory_desk, ticket, MINUTE)
    sweep(memory_desk)
    change = a_change(ticket, NOTE, at=memory_desk.clock.now())
    assert flags(memory_desk, change) == [False]
    memory_desk.tickets.save(change)
    assert sweep(memory_desk) == 0


def test_a_wake_that_passed_is_armed_anew_by_the_next_change(memory_desk, ticket):
    """Its timer may have rung and found nothing: then none of that name can be started again."""
    before_wake(memory_desk, ticket, MINUTE)
    sweep(memory_desk)
    before_wake(memory_desk, ticket, -SECOND)
    change = a_change(ticket, NOTE, at=memory_desk.clock.now())
    assert change.after.promise.wake_at == ticket.promise.wake_at
    assert flags(memory_desk, change) == [True]
    memory_desk.tickets.save(change)
    assert sweep(memory_desk) == 1


def test_a_ticket_that_waits_for_nothing_is_not_swept(memory_desk, ticket):
    waiting = StateChanged(state="pending", phase=Phase.PENDING, previous="new")
    memory_desk.tickets.save(a_change(ticket, waiting))
    memory_desk.clock.advance(timedelta(minutes=30))
    assert sweep(memory_desk) == 0
