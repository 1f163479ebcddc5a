"""The ledger: every clock of a ticket, what it has used up, and when what is due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from helpdesk.domain.business_hours import counting_from, deadline, worked
from helpdesk.domain.calendars import Calendar
from helpdesk.domain.cycles import FINISHED, Cycle, Reel, StateChange, Terms
from helpdesk.domain.open_time import SECOND, to_instant, to_moment
from helpdesk.domain.policies import BREACH, Policy
from helpdesk.domain.tape import TapeFact


class ClockState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something a clock wants done at a moment: a warning, or the breach. `due_at` is the clock's deadline."""

    clock: str
    generation: int
    name: str
    at: datetime
    due_at: datetime

    @property
    def key(self) -> str:
        return f"{self.clock}:{self.generation}:{self.name}"

    @property
    def is_breach(self) -> bool:
        return self.name == BREACH


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Part of a cycle in one state, in instants; no end while it lasts."""

    start: int
    end: int | None
    state: str
    counts: bool
    finished: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One cycle of one clock. A deadline is shown only while it runs; `breached_at` stays once it has passed."""

    clock: str
    generation: int
    armed: int  # the generation its steps are numbered by: new terms arm a clock anew, reopening does not
    state: ClockState
    started_at: datetime
    due_at: datetime | None
    target: timedelta
    elapsed: timedelta
    met_at: datetime | None
    ended_at: datetime | None
    breached_at: datetime | None
    calendar: str
    business: bool
    steps: tuple[Step, ...]
    schedule: Calendar | None = field(repr=False, compare=False)
    stretches: tuple[Stretch, ...] = field(repr=False)

    @property
    def remaining(self) -> timedelta:
        """What is left of the target; negative when more than that has been used."""
        return self.target - self.elapsed

    @property
    def breached(self) -> bool:
        return self.breached_at is not None

    @property
    def is_live(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The clocks as of a moment: ended cycles in the order they ended, then those that live."""

    clocks: tuple[Clock, ...]
    at: datetime

    @property
    def live(self) -> tuple[Clock, ...]:
        return tuple(clock for clock in self.clocks if clock.is_live)

    @property
    def next_due(self) -> Clock | None:
        """The running clock whose deadline comes first."""
        running = [clock for clock in self.clocks if clock.due_at is not None]
        return min(running, key=lambda clock: (clock.due_at, clock.clock), default=None)


def ledger(
    tape: tuple[TapeFact, ...],
    policies: Mapping[str, Policy],
    calendars: Mapping[str, Calendar],
    now: datetime,
) -> Ledger:
    """The clocks of a ticket from nothing but its tape and the versions it names.

    Deadlines come from the tape alone; `now` only says how much has been used up by then.
    """
    reel = Reel(policies=policies, calendars=calendars)
    reel.play(tape)
    instant = max(to_instant(now), reel.last)
    cycles = (*reel.ended, *reel.running.values())
    clocks = tuple(
        _clock(cycle, cycle.terms, reel.states, instant) for cycle in cycles if cycle.terms is not None
    )
    return Ledger(clocks=clocks, at=to_moment(instant))


def _clock(cycle: Cycle, terms: Terms, states: list[StateChange], now: int) -> Clock:
    stretches = tuple(_stretches(cycle, terms, states))
    count = Count(terms.schedule, stretches, now)
    due = count.reached(terms.target.seconds * SECOND)
    end = cycle.end
    counting = end is None and stretches[-1].counts
    steps = tuple(_steps(cycle, terms, count, due, counting=counting)) if end is None else ()
    return Clock(
        clock=cycle.clock,
        generation=cycle.generation,
        armed=cycle.armed,
        state=_state(cycle, counting=counting),
        started_at=to_moment(cycle.start),
        due_at=to_moment(due) if counting and due is not None else None,
        target=terms.target.duration,
        elapsed=timedelta(microseconds=count.total),
        met_at=to_moment(end) if end is not None and cycle.met else None,
        ended_at=to_moment(end) if end is not None else None,
        breached_at=to_moment(due) if due is not None and due <= (now if end is None else end) else None,
        calendar=terms.schedule.name if terms.schedule else "",
        business=terms.target.business,
        steps=steps,
        schedule=terms.schedule,
        stretches=stretches,
    )


def _state(cycle: Cycle, *, counting: bool) -> ClockState:
    if cycle.end is not None:
        return ClockState.MET if cycle.met else ClockState.STOPPED
    return ClockState.RUNNING if counting else ClockState.PAUSED


def _stretches(cycle: Cycle, terms: Terms, states: list[StateChange]) -> Iterator[Stretch]:
    """The cycle cut where the state changed, each part counting or not under the terms."""
    pause = terms.target.pause
    for index in range(cycle.since_state, len(states)):
        change = states[index]
        if cycle.end is not None and change.at >= cycle.end:
            break
        last = index + 1 == len(states)
        until = cycle.end if last else min(states[index + 1].at, cycle.end or states[index + 1].at)
        start = max(change.at, cycle.start)
        if until is None or start < until:
            finished = change.phase in FINISHED
            counts = not finished and change.state not in pause and change.phase not in pause
            yield Stretch(start=start, end=until, state=change.state, counts=counts, finished=finished)


class Count:
    """The counting stretches of a cycle with what had been used up before each."""

    def __init__(self, schedule: Calendar | None, stretches: tuple[Stretch, ...], now: int) -> None:
        self._schedule = schedule
        self._parts: list[tuple[Stretch, int, int]] = []  # the stretch, used up before it, used up by its end
        self.total = 0
        for stretch in stretches:
            if stretch.counts:
                before = self.total
                self.total += self._worked(stretch.start, now if stretch.end is None else stretch.end)
                self._parts.append((stretch, before, self.total))

    def _worked(self, start: int, end: int) -> int:
        return max(end - start, 0) if self._schedule is None else worked(self._schedule, start, end)

    def reached(self, work: int) -> int | None:
        """The first instant by which so much is used up; None when a pause or the end comes before."""
        for stretch, before, by_end in self._parts:
            if stretch.end is None or by_end >= work:
                left = work - before
                return (
                    stretch.start + left
                    if self._schedule is None
                    else deadline(self._schedule, stretch.start, left)
                )
        return None

    def passed(self, work: int) -> int | None:
        """The instant from which more than that is used up: the next opening, where `reached` may be a closing."""
        for stretch, before, by_end in self._parts:
            if stretch.end is None or by_end > work:
                return self._counting(stretch.start, work - before)
        return None

    def counting_at(self, instant: int) -> int | None:
        """The first instant from this one on at which time counts."""
        for stretch, _, _ in self._parts:
            if stretch.end is None or stretch.end > instant:
                counting = self._counting(max(stretch.start, instant), 0)
                if stretch.end is None or counting < stretch.end:
                    return counting
        return None

    def _counting(self, start: int, work: int) -> int:
        return start + work if self._schedule is None else counting_from(self._schedule, start, work)


def _steps(cycle: Cycle, terms: Terms, count: Count, due: int | None, *, counting: bool) -> Iterator[Step]:
    """What the clock wants done, in order. While it is paused warnings wait; a breach that was stays one.

    Steps that new terms put into the past come when those terms did, and of several only the last.
    """
    if due is None:
        return
    named = [(BREACH, due)]
    if counting:
        warnings = [(name, count.passed(work)) for name, work in terms.target.steps]
        named = [*((name, at) for name, at in warnings if at is not None), *named]
    late = [step for step in named if step[1] < cycle.armed_at]
    for name, at in [
        *((name, _made_up(name, cycle.armed_at, count)) for name, _ in late[-1:]),
        *named[len(late) :],
    ]:
        yield Step(
            clock=cycle.clock, generation=cycle.armed, name=name, at=to_moment(at), due_at=to_moment(due)
        )


def _made_up(name: str, armed_at: int, count: Count) -> int:
    """A late breach is told at once, a late warning as soon as somebody is there."""
    counting = None if name == BREACH else count.counting_at(armed_at)
    return armed_at if counting is None else counting
