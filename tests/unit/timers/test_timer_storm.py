"""Thousands of tickets due in the same minute, on workers that come late, twice, out of order, or die half way."""

import os
import random
from datetime import datetime, timedelta

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.timers.actions import arming as timers
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.capabilities.timers.rules.ring import TooEarlyError
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

# HELPDESK_STORM sets how many; 3000 by hand, fewer in every run of the tests.
TICKETS = int(os.environ.get("HELPDESK_STORM", "400"))
ADA = an_agent("Ada")
SWEEP = timedelta(minutes=5)


class Storm:
    """A desk whose rings fail as rings can. What the table accepted stays; what was answered may be lost."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a storm that can be repeated
        self.desk = memory_desk()
        staff(self.desk, ADA)
        self.tickets = [open_ticket(self.desk).id for _ in range(TICKETS)]
        self.save = self.desk.tickets.save
        self.desk.tickets.save = self.falling_save

    def falling_save(self, *args, **more):
        """The worker dies before the write or right after it."""
        fate = self.random.random()
        if fate < 0.1:
            raise ConnectionError("The worker died before it wrote")
        saved = self.save(*args, **more)
        if fate > 0.9:
            raise ConnectionError("The worker died after it wrote")
        return saved

    def skewed(self) -> timedelta:
        """The clocks of two workers differ by some seconds."""
        return timedelta(seconds=self.random.choice([-4, -1, 0, 0, 0, 2, 5]))

    def sweep(self) -> None:
        """Arm every shard, then ring in any order, some timers twice and some not at all."""
        for shard in range(8):
            timers.sweep(self.desk, shard)
        started = [timer for timer in self.desk.timers.executions.started.values() if not self.random.random() < 0.05]
        self.desk.timers.executions.started.clear()
        for timer in self.shuffled(started + started[::3]):
            self.ring(timer.ticket_id, timer.wake_at)

    def shuffled(self, rung):
        self.random.shuffle(rung)
        return rung

    def ring(self, ticket_id: str, wake_at: datetime) -> None:
        now, skew = self.desk.clock.now(), self.skewed()
        self.desk.clock.set(now + skew)
        try:
            ringing.ring(self.desk, ticket_id, wake_at)
        except (ConnectionError, TooEarlyError):
            pass  # the next sweep starts another timer
        finally:
            self.desk.clock.set(now)

    def run(self, length: timedelta) -> None:
        end = self.desk.clock.now() + length
        while self.desk.clock.now() < end:
            self.desk.clock.advance(SWEEP)
            self.sweep()

    def steps(self, ticket_id):
        entries = self.desk.tickets.entries(ticket_id)
        return [entry.event.step for entry in entries if entry.type in {"ClockWarned", "ClockBreached"}]


@pytest.mark.parametrize("seed", [1, 2])
def test_every_step_of_every_ticket_comes_once(seed):
    storm = Storm(seed)
    storm.run(timedelta(hours=9))
    expected = ["first_response:1:75%", "first_response:1:breach"]
    assert {tuple(storm.steps(ticket_id)) for ticket_id in storm.tickets} == {tuple(expected)}
    assert {storm.desk.tickets.get(ticket_id).level for ticket_id in storm.tickets} == {"L2"}


def test_no_step_comes_after_the_clock_stopped():
    storm = Storm(3)
    storm.run(timedelta(hours=7))
    solved = storm.tickets[::2]
    for ticket_id in solved:
        while storm.desk.tickets.get(ticket_id).state != "solved":
            try:
                tickets.move(storm.desk, Wish(ticket_id=ticket_id, by=ADA.as_actor()), "solved")
            except ConnectionError:
                continue
    storm.run(timedelta(hours=3))
    assert {tuple(storm.steps(ticket_id)) for ticket_id in solved} == {("first_response:1:75%",)}
    assert all(len(storm.steps(ticket_id)) == 2 for ticket_id in storm.tickets[1::2])


def moved(desk, ticket, state):
    return tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), state).ticket


def types(desk, ticket):
    return [entry.type for entry in desk.tickets.entries(ticket.id)]


def test_a_timer_that_rings_into_a_pause_is_not_the_last():
    desk = memory_desk()
    staff(desk, ADA)
    ticket = open_ticket(desk)
    due = ticket.promise.wake_at
    desk.clock.set(due - timedelta(minutes=1))
    assert moved(desk, ticket, "pending").promise.wake_at is None
    desk.clock.set(due)
    assert ringing.ring(desk, ticket.id, due) is None
    desk.clock.advance(timedelta(hours=1))
    resumed = moved(desk, ticket, "open")
    assert resumed.promise.wake_at == desk.clock.now() + timedelta(minutes=1)
    desk.clock.set(resumed.promise.wake_at)
    ringing.ring(desk, ticket.id, resumed.promise.wake_at)
    assert types(desk, ticket)[-1] == "ClockWarned"


def test_a_worker_whose_clock_is_behind_asks_to_be_rung_again():
    desk = memory_desk()
    ticket = open_ticket(desk)
    due = ticket.promise.wake_at
    desk.clock.set(due - timedelta(seconds=3))
    with pytest.raises(TooEarlyError):
        ringing.ring(desk, ticket.id, due)
    desk.clock.set(due)
    ringing.ring(desk, ticket.id, due)
    assert types(desk, ticket) == ["TicketCreated", "ClockWarned"]
