"""Cycles: when each clock was started, met, stopped and taken up again, and the terms it is measured by.

A cycle that has ended keeps the terms it ended under. One that runs is measured from its very start under the
terms in force now.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from msgspec import Struct, field

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.clocks.rules.policy import Policy, PolicyError, Target
from helpdesk.core.clocks.rules.refusals import NO_POLICY

CLOSED: Final = "closed"

FINISHED: Final = frozenset({"solved", CLOSED})


class Terms(NamedTuple):
    """What a clock is measured by: the target, and the calendar version if it counts open time."""

    target: Target
    schedule: Calendar | None


class StateChange(NamedTuple):
    at: int
    state: str
    phase: str


class Cycle(Struct, kw_only=True):
    """One run of a clock. `armed` is the generation whose terms are in force, since `armed_at`."""

    clock: str
    start: int
    since_state: int
    generation: int
    armed: int = 0
    armed_at: int = 0
    terms: Terms | None = None
    end: int | None = None
    met: bool = False


class Cycles(Struct, kw_only=True):
    """What a tape has made so far: the cycles that run and that have ended, and what decides their terms."""

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    states: list[StateChange] = field(default_factory=list)
    running: dict[str, Cycle] = field(default_factory=dict)
    ended: list[Cycle] = field(default_factory=list)
    policy: str = ""
    priority: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    last: int = 0
    _generations: dict[str, int] = field(default_factory=dict)
    _in_force: dict[str, Terms | None] = field(default_factory=dict)

    @property
    def finished(self) -> bool:
        return bool(self.states) and self.states[-1].phase in FINISHED

    @property
    def cancelled(self) -> bool:
        """It was closed without having been solved: nothing was promised for that."""
        last = [change.phase for change in self.states[-2:]]
        return last[-1:] == [CLOSED] and FINISHED.isdisjoint(last[:-1])

    def start(self, clock: str, at: int) -> None:
        if clock in self.running:
            return
        cycle = Cycle(clock=clock, start=at, since_state=len(self.states) - 1, generation=self._next_generation(clock))
        self.running[clock] = cycle
        self._put_terms(cycle, at)

    def end(self, clock: str, at: int, *, met: bool) -> None:
        cycle = self.running.pop(clock, None)
        if cycle is not None and (met or at > cycle.start):  # what never ran was never waited for
            cycle.end, cycle.met = at, met
            self.ended.append(cycle)

    def resume(self, clock: str, at: int) -> None:
        """Take up again the cycle that solving has ended; the time it was solved will not count.

        It goes on under the same arming, so that no step comes twice, unless the terms have changed since. One that
        was cancelled in the moment it began never ran: it begins where the ticket did.
        """
        before = next((cycle for cycle in reversed(self.ended) if cycle.clock == clock), None)
        begun = before or Cycle(clock=clock, start=self.states[0].at, since_state=0, generation=0)
        cycle = Cycle(
            clock=clock,
            start=begun.start,
            since_state=begun.since_state,
            generation=self._next_generation(clock),
            armed=begun.armed,
            armed_at=begun.armed_at,
            terms=begun.terms,
        )
        self.running[clock] = cycle
        if self._terms(clock) != cycle.terms:
            self._put_terms(cycle, at)

    def rearm(self, at: int) -> None:
        """Put changed terms to the cycles that run: each becomes a new generation, whose steps count anew."""
        self._in_force.clear()
        for cycle in self.running.values():
            if self._terms(cycle.clock) != cycle.terms:
                if cycle.armed:
                    cycle.generation = self._next_generation(cycle.clock)
                self._put_terms(cycle, at)

    def _put_terms(self, cycle: Cycle, at: int) -> None:
        cycle.terms = self._terms(cycle.clock)
        if cycle.terms is not None:
            cycle.armed, cycle.armed_at = cycle.generation, at

    def _next_generation(self, clock: str) -> int:
        self._generations[clock] = self._generations.get(clock, 0) + 1
        return self._generations[clock]

    def _terms(self, clock: str) -> Terms | None:
        if clock not in self._in_force:
            self._in_force[clock] = self._find_terms(clock)
        return self._in_force[clock]

    def _find_terms(self, clock: str) -> Terms | None:
        if not self.policy:
            return None
        if self.policy not in self.policies:
            raise PolicyError("policy", NO_POLICY(name=self.policy))
        target = self.policies[self.policy].target(clock, self.priority)
        if target is None:
            return None
        return Terms(target, self._schedule(target.calendar) if target.business else None)

    def _schedule(self, calendar: str) -> Calendar:
        found = self.calendars.get(self.versions.get(calendar, calendar))
        if found is None:
            raise PolicyError("calendar", NO_CALENDAR(name=self.versions.get(calendar, calendar)))
        return found
