"""The ledger: every clock of a ticket, what it has used up, and when what is due."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import takewhile

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.open_time import SECOND, to_instant, to_moment
from helpdesk.core.clocks.rules.counting import Count, Stretch, stretches_of
from helpdesk.core.clocks.rules.policy import BREACH, Policy
from helpdesk.core.clocks.rules.replay import play
from helpdesk.core.clocks.rules.runs import Cycle, StateChange, Terms
from helpdesk.core.record.tape import TapeFact


class ClockState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    STOPPED = "stopped"


def step_key(clock: str, generation: int, name: str) -> str:
    return f"{clock}:{generation}:{name}"


class Step(Struct, frozen=True, kw_only=True):
    """Something a clock wants done at a moment: a warning, or the breach. `due_at` is its deadline."""

    clock: str
    generation: int
    name: str
    at: datetime
    due_at: datetime

    @property
    def key(self) -> str:
        return step_key(self.clock, self.generation, self.name)

    @property
    def breach_key(self) -> str:
        return step_key(self.clock, self.generation, BREACH)

    @property
    def is_breach(self) -> bool:
        return self.name == BREACH


class Clock(Struct, frozen=True, kw_only=True):
    """One cycle of one clock. A deadline is shown only while it runs; `breached_at` stays once it has passed.

    `armed` is the generation that numbers its steps: new terms arm a clock anew, reopening does not.
    """

    clock: str
    generation: int
    armed: int
    state: ClockState
    started_at: datetime
    due_at: datetime | None
    target: timedelta
    elapsed: timedelta
    ended_at: datetime | None
    breached_at: datetime | None
    calendar: str
    business: bool
    steps: tuple[Step, ...]
    schedule: Calendar | None
    stretches: tuple[Stretch, ...]

    @property
    def remaining(self) -> timedelta:
        """What is left of the target; negative when more than that has been used."""
        return self.target - self.elapsed

    @property
    def breached(self) -> bool:
        return self.breached_at is not None

    @property
    def met_at(self) -> datetime | None:
        return self.ended_at if self.state is ClockState.MET else None

    @property
    def is_live(self) -> bool:
        return self.ended_at is None

    @property
    def breach_key(self) -> str:
        return step_key(self.clock, self.armed, BREACH)

    @property
    def near_at(self) -> datetime | None:
        """While it runs: from when no more than a quarter of its target is left."""
        if self.due_at is None:
            return None
        used = self.target // timedelta(microseconds=1) * 3 // 4
        near = Count(self.schedule, self.stretches, self.stretches[-1].start).reached(used)
        return None if near is None else to_moment(near)

    @property
    def paused_since(self) -> datetime | None:
        if self.state is not ClockState.PAUSED:
            return None
        pause = takewhile(lambda stretch: not stretch.counts, reversed(self.stretches))
        return to_moment(min(stretch.start for stretch in pause))


class Ledger(Struct, frozen=True, kw_only=True):
    """The clocks as of a moment: ended cycles in the order they ended, then those that live."""

    clocks: tuple[Clock, ...]
    at: datetime
    cancelled: bool = False
    """The ticket was closed without having been solved: its clocks stopped, and count in no figure."""

    @property
    def live(self) -> tuple[Clock, ...]:
        return tuple(clock for clock in self.clocks if clock.is_live)

    @property
    def next_due(self) -> Clock | None:
        """The running clock whose deadline comes first."""
        running = [(clock.due_at, clock.clock, clock) for clock in self.clocks if clock.due_at is not None]
        return min(running, default=(None, None, None))[2]


def ledger(
    tape: tuple[TapeFact, ...],
    policies: Mapping[str, Policy],
    calendars: Mapping[str, Calendar],
    now: datetime,
) -> Ledger:
    """The clocks of a ticket from nothing but its tape and the versions it names.

    Deadlines come from the tape alone; `now` only says how much has been used up by then.
    """
    played = play(tape, policies, calendars)
    instant = max(to_instant(now), played.last)
    cycles = sorted((*played.ended, *played.running.values()), key=_place)
    clocks = tuple(_clock(cycle, cycle.terms, played.states, instant) for cycle in cycles if cycle.terms is not None)
    return Ledger(clocks=clocks, at=to_moment(instant), cancelled=played.cancelled)


def _place(cycle: Cycle) -> tuple[bool, int, int, str]:
    """Of facts of one moment nobody knows which was first: where they put a clock must not depend on it."""
    return cycle.end is None, cycle.end or 0, cycle.start, cycle.clock


def _clock(cycle: Cycle, terms: Terms, states: list[StateChange], now: int) -> Clock:
    stretches = tuple(stretches_of(cycle, terms, states))
    count = Count(terms.schedule, stretches, now)
    due = count.reached(terms.target.seconds * SECOND)
    state = _state(cycle, stretches)
    ended = now if cycle.end is None else cycle.end
    return Clock(
        clock=cycle.clock,
        generation=cycle.generation,
        armed=cycle.armed,
        state=state,
        started_at=to_moment(cycle.start),
        due_at=to_moment(due) if due is not None and state is ClockState.RUNNING else None,
        target=terms.target.duration,
        elapsed=timedelta(microseconds=count.total),
        ended_at=None if cycle.end is None else to_moment(cycle.end),
        breached_at=to_moment(due) if due is not None and due <= ended else None,
        calendar=terms.schedule.name if terms.schedule else "",
        business=terms.target.business,
        steps=_steps(cycle, terms, state, count, due),
        schedule=terms.schedule,
        stretches=stretches,
    )


def _state(cycle: Cycle, stretches: tuple[Stretch, ...]) -> ClockState:
    if cycle.end is not None:
        return ClockState.MET if cycle.met else ClockState.STOPPED
    return ClockState.RUNNING if stretches[-1].counts else ClockState.PAUSED


def _steps(cycle: Cycle, terms: Terms, state: ClockState, count: Count, due: int | None) -> tuple[Step, ...]:
    """What a clock wants done, in order. Paused, its warnings wait, but a breach that was stays one."""
    if due is None or cycle.end is not None:
        return ()
    warnings = terms.target.steps if state is ClockState.RUNNING else ()
    named = [(name, count.passed(work)) for name, work in warnings]
    return tuple(
        Step(clock=cycle.clock, generation=cycle.armed, name=name, at=to_moment(at), due_at=to_moment(due))
        for name, at in _caught_up([*named, (BREACH, due)], cycle.armed_at, count)
    )


def _caught_up(named: list[tuple[str, int]], armed_at: int, count: Count) -> Iterator[tuple[str, int]]:
    """Steps that new terms put into the past come once those hold: of several the last, unless the next is due too.

    A breach is told at once, a warning as soon as somebody is there.
    """
    late = [name for name, at in named if at < armed_at]
    ahead = named[len(late) :]
    if late:
        told_at = armed_at if late[-1] == BREACH else count.counting_at(armed_at)
        if not ahead or told_at < ahead[0][1]:
            yield late[-1], told_at
    yield from ahead
