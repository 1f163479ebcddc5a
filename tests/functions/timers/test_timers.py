"""ring_timer and sweep_timers: tasks of the workflows."""

from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest
from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.capabilities.timers.rules.ring import TooEarlyError
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.listing import timer_shard
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.gateway import Gateway
from tests.lambdas import invoke


def wake(desk: Desk, ticket: str) -> datetime:
    found = desk.tickets.get(TicketId(ticket)).promise.wake_at
    assert found is not None
    return found


def ring(desk: Desk, ticket: str, wake_at: datetime | None = None) -> Any:
    waited_for = wake_at or wake(desk, ticket)
    return invoke("ring_timer", {"ticket_id": ticket, "wake_at": waited_for.isoformat(), "wait_seconds": 540})


def happened(desk: Desk, ticket: str) -> list[str]:
    return [entry.type for entry in desk.tickets.entries(TicketId(ticket))][1:]


def test_it_warns_and_says_when_it_wakes_next(desk: Desk, ticket: str):
    desk.clock.set(wake(desk, ticket))
    answer = ring(desk, ticket)
    assert happened(desk, ticket) == ["ClockWarned"]
    assert answer == {"ticket_id": ticket, "wake_at": wake(desk, ticket).isoformat()}
    assert wake(desk, ticket) > desk.clock.now()


def test_a_breach_takes_the_ticket_one_level_up(desk: Desk, ticket: str):
    for _ in range(2):
        desk.clock.set(wake(desk, ticket))
        ring(desk, ticket)
    assert happened(desk, ticket) == ["ClockWarned", "ClockBreached", "TicketEscalated"]
    assert desk.tickets.get(TicketId(ticket)).level == "L2"


@pytest.mark.parametrize("late", [timedelta(), timedelta(hours=3), timedelta(days=30)])
def test_ringing_twice_or_late_does_nothing_twice(desk: Desk, ticket: str, late: timedelta):
    due = wake(desk, ticket)
    desk.clock.set(due + late)
    ring(desk, ticket, due)
    once = happened(desk, ticket)
    ring(desk, ticket, due)
    assert happened(desk, ticket) == once
    assert len(set(once)) <= len(once)
    breaches = [e.event.step for e in desk.tickets.entries(TicketId(ticket)) if e.type == "ClockBreached"]
    assert len(breaches) == len(set(breaches))


def test_a_worker_whose_clock_is_behind_says_so(desk: Desk, ticket: str):
    """It fails, so that the workflow tries again a little later."""
    due = wake(desk, ticket)
    desk.clock.set(due - timedelta(seconds=2))
    with pytest.raises(TooEarlyError):
        ring(desk, ticket)
    assert happened(desk, ticket) == []
    desk.clock.set(due)
    ring(desk, ticket)
    assert happened(desk, ticket) == ["ClockWarned"]


def test_a_wake_that_has_moved_on_is_nothing_to_do(http: Gateway, desk: Desk, ada: Person, ticket: str):
    old = wake(desk, ticket)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "On it."}, by=ada)
    before = happened(desk, ticket)
    assert ring(desk, ticket, old)["wake_at"] == wake(desk, ticket).isoformat()
    assert happened(desk, ticket) == before


def test_a_finished_ticket_has_nothing_to_do(http: Gateway, desk: Desk, ada: Person, ticket: str):
    due = wake(desk, ticket)
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "cancelled", "reason": "Twice"}, by=ada)
    desk.clock.set(due)
    assert ring(desk, ticket, due) == {"ticket_id": ticket, "wake_at": None}


def test_a_ring_does_not_refuse_who_is_typing(http: Gateway, desk: Desk, ada: Person, ticket: str):
    """The revision does not move, so the agent's If-Match holds."""
    etag = http.get(f"/api/tickets/{ticket}", by=ada).headers["etag"]
    desk.clock.set(wake(desk, ticket))
    ring(desk, ticket)
    reply = http.post(f"/api/tickets/{ticket}/messages", {"body": "On it."}, by=ada, headers={"if-match": etag})
    assert reply.status == 201


def test_a_ticket_that_is_gone_is_raised(desk: Desk):
    with pytest.raises(NotFoundError):
        invoke("ring_timer", {"ticket_id": "HD-8ZZZZZZZ"})


@pytest.mark.parametrize("event", [{}, {"ticket_id": 7}, {"ticket_id": "HD-80000001", "wake_at": "soon"}])
def test_what_is_no_ring_is_raised(desk: Desk, event: dict[str, Any]):
    with pytest.raises(msgspec.ValidationError):
        invoke("ring_timer", event)


def test_a_sweep_arms_what_wakes_soon_in_its_shard(desk: Desk, ticket: str):
    shard = timer_shard(TicketId(ticket))
    assert invoke("sweep_timers", {"shard": shard}) == {"shard": shard, "started": 0}
    desk.clock.set(wake(desk, ticket) - HORIZON)
    others = [invoke("sweep_timers", {"shard": number})["started"] for number in range(8) if number != shard]
    assert others == [0] * 7
    assert invoke("sweep_timers", {"shard": shard}) == {"shard": shard, "started": 1}
    (timer,) = desk.timers.executions.started.values()
    assert (timer.ticket_id, timer.wake_at, timer.seconds) == (ticket, wake(desk, ticket), 600)


def test_the_next_sweep_does_not_start_it_again(desk: Desk, ticket: str):
    desk.clock.set(wake(desk, ticket))
    for _ in range(2):
        invoke("sweep_timers", {"shard": timer_shard(TicketId(ticket))})
    assert len(desk.timers.executions.started) == 1


def test_a_timer_that_was_lost_is_started_again(desk: Desk, ticket: str):
    desk.clock.set(wake(desk, ticket))
    invoke("sweep_timers", {"shard": timer_shard(TicketId(ticket))})
    desk.clock.advance(timedelta(minutes=5))
    invoke("sweep_timers", {"shard": timer_shard(TicketId(ticket))})
    assert [timer.seconds for timer in desk.timers.executions.started.values()] == [0, 0]


@pytest.mark.parametrize("event", [{}, {"shard": "3"}, {"shard": None}])
def test_a_sweep_is_of_a_shard(desk: Desk, event: dict[str, Any]):
    with pytest.raises(msgspec.ValidationError):
        invoke("sweep_timers", event)
