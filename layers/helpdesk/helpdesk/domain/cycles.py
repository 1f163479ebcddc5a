"""From tape to cycles: when each clock was started, met, stopped and taken up again.

Facts are taken in commit order; one whose time lies before the fact ahead of it, from a worker whose clock was
behind, counts as simultaneous with it. A cycle that has ended keeps the terms it ended under; one that runs is
always measured over the whole tape under the terms in force now.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from helpdesk.domain.calendars import Calendar
from helpdesk.domain.open_time import to_instant
from helpdesk.domain.policies import Agreement, ClockName, Policy, PolicyError, Target
from helpdesk.domain.tape import FactKind, TapeFact

FINISHED: Final = frozenset({"solved", "closed"})
ATTRIBUTES: Final = frozenset({FactKind.POLICY, FactKind.PRIORITY, FactKind.CALENDAR})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a clock is measured by: the target, and the calendar version if it counts open time."""

    target: Target
    schedule: Calendar | None


@dataclass(frozen=True, slots=True)
class StateChange:
    at: int
    state: str
    phase: str


@dataclass(slots=True, kw_only=True)
class Cycle:
    """One run of a clock. `armed` is the generation since which its terms have been in force, from `armed_at` on."""

    clock: str
    start: int
    since_state: int
    generation: int
    armed: int = 0
    armed_at: int = 0
    terms: Terms | None = None
    end: int | None = None
    met: bool = False


@dataclass(slots=True, kw_only=True)
class Reel:
    """The tape being played: what is known so far, the cycles that run, and those that have ended."""

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    states: list[StateChange] = field(default_factory=list)
    running: dict[str, Cycle] = field(default_factory=dict)
    ended: list[Cycle] = field(default_factory=list)
    generations: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    policy: str = ""
    priority: str = ""
    owner: str = ""
    level: str = ""
    vendor: str = ""
    answered: bool = False
    last: int = 0

    @property
    def finished(self) -> bool:
        return bool(self.states) and self.states[-1].phase in FINISHED

    def play(self, tape: Iterable[TapeFact]) -> None:
        for at, facts in groupby(in_order(tape), key=lambda pair: pair[0]):
            self.last = at
            attributes, others = together_in_order([fact for _, fact in facts])
            for fact in attributes:
                PLAYED[fact.kind](self, at, fact.value)
            if attributes:
                self.rearm(at)
            for fact in others:
                PLAYED.get(fact.kind, unmoved)(self, at, fact.value)

    def terms(self, clock: str) -> Terms | None:
        if not self.policy:
            return None
        policy = self.policies.get(self.policy)
        if policy is None:
            raise PolicyError("policy", f"there is no policy {self.policy}")
        target = policy.target(clock, self.priority)
        if target is None:
            return None
        return Terms(target, self.schedule(target.calendar) if target.business else None)

    def schedule(self, calendar: str) -> Calendar:
        found = self.calendars.get(self.versions.get(calendar, calendar)) or self.calendars.get(calendar)
        if found is None:
            raise PolicyError("calendar", f"there is no calendar {calendar}")
        return found

    def start(self, clock: str, at: int) -> None:
        generation = self.next_generation(clock)
        self.running[clock] = Cycle(
            clock=clock, start=at, since_state=max(len(self.states) - 1, 0), generation=generation
        )
        self.arm(self.running[clock], at)

    def next_generation(self, clock: str) -> int:
        self.generations[clock] = self.generations.get(clock, 0) + 1
        return self.generations[clock]

    def end(self, clock: str, at: int, *, met: bool) -> None:
        cycle = self.running.pop(clock, None)
        if cycle is not None:
            cycle.end, cycle.met = at, met
            self.ended.append(cycle)

    def rearm(self, at: int) -> None:
        for cycle in self.running.values():
            self.arm(cycle, at)

    def arm(self, cycle: Cycle, at: int) -> None:
        """Put the terms in force to a cycle. Other terms than before are a new generation: its steps count anew."""
        terms = self.terms(cycle.clock)
        if terms == cycle.terms:
            return
        if cycle.armed:
            cycle.generation = self.next_generation(cycle.clock)
        cycle.terms = terms
        if terms is not None:
            cycle.armed, cycle.armed_at = cycle.generation, at

    def resume(self, clock: str, at: int) -> None:
        """Take up again the cycle that solving has ended; the time it was solved will not count."""
        before = next((cycle for cycle in reversed(self.ended) if cycle.clock == clock), None)
        if before is None:
            self.start(clock, at)
            return
        cycle = Cycle(
            clock=clock,
            start=before.start,
            since_state=before.since_state,
            generation=self.next_generation(clock),
            armed=before.armed,
            armed_at=before.armed_at,
            terms=before.terms,
        )
        self.running[clock] = cycle
        self.arm_again(cycle, at)

    def arm_again(self, cycle: Cycle, at: int) -> None:
        terms = self.terms(cycle.clock)
        if terms != cycle.terms:
            cycle.terms = terms
            if terms is not None:
                cycle.armed, cycle.armed_at = cycle.generation, at


def in_order(tape: Iterable[TapeFact]) -> Iterator[tuple[int, TapeFact]]:
    latest: int | None = None
    for fact in tape:
        at = to_instant(fact.at)
        latest = at if latest is None else max(latest, at)
        yield latest, fact


def together_in_order(facts: list[TapeFact]) -> tuple[list[TapeFact], list[TapeFact]]:
    """Facts of one moment: attributes apart, and finishing last, so that one change means the same in any order."""
    attributes = [fact for fact in facts if fact.kind in ATTRIBUTES]
    others = [fact for fact in facts if fact.kind not in ATTRIBUTES]
    if sum(fact.kind == FactKind.STATE for fact in others) == 1:
        others.sort(key=_rank)
    return attributes, others


def _rank(fact: TapeFact) -> int:
    if fact.kind == FactKind.CREATED:
        return 0
    if fact.kind == FactKind.STATE:
        return 3 if phase_of(fact.value)[1] in FINISHED else 1
    return 2


def phase_of(value: str) -> tuple[str, str]:
    """State and phase of a state fact; a state without one is its own phase."""
    state, _, phase = value.partition("/")
    return state, phase or state


def created(reel: Reel, at: int, value: str) -> None:
    state, phase = phase_of(value or "new/new")
    reel.states.append(StateChange(at, state, phase))
    for clock in (ClockName.FIRST_RESPONSE, ClockName.RESOLUTION):
        reel.start(clock, at)
    if not reel.owner:
        reel.start(ClockName.TIME_TO_OWN, at)


def state_changed(reel: Reel, at: int, value: str) -> None:
    was_finished = reel.finished
    reel.states.append(StateChange(at, *phase_of(value)))
    if reel.finished and not was_finished:
        finish(reel, at)
    elif was_finished and not reel.finished:
        reopen(reel, at)


def finish(reel: Reel, at: int) -> None:
    for clock in list(reel.running):
        reel.end(clock, at, met=clock == ClockName.RESOLUTION)
    reel.answered = True  # whoever comes back later waits for a next response, not for a first one


def reopen(reel: Reel, at: int) -> None:
    reel.resume(ClockName.RESOLUTION, at)
    reel.start(ClockName.NEXT_RESPONSE, at)
    if not reel.owner:
        reel.start(ClockName.TIME_TO_OWN, at)
    for agreement, party in ((Agreement.OLA, reel.level), (Agreement.UNDERPINNING, reel.vendor)):
        if party:
            reel.start(agreement.clock(party), at)


def replied(reel: Reel, at: int, _: str) -> None:
    """A human answered in public. While solved this moves nothing."""
    if reel.finished:
        return
    reel.answered = True
    for clock in (ClockName.FIRST_RESPONSE, ClockName.NEXT_RESPONSE, ClockName.PERIODIC_UPDATE):
        reel.end(clock, at, met=True)
    reel.start(ClockName.PERIODIC_UPDATE, at)


def asked(reel: Reel, at: int, _: str) -> None:
    """Before the first response that clock covers every message; after it the oldest unanswered one counts."""
    if reel.answered and not reel.finished and ClockName.NEXT_RESPONSE not in reel.running:
        reel.start(ClockName.NEXT_RESPONSE, at)


def owned(reel: Reel, at: int, value: str) -> None:
    reel.owner = value
    if value:
        reel.end(ClockName.TIME_TO_OWN, at, met=True)
    elif reel.states and not reel.finished and ClockName.TIME_TO_OWN not in reel.running:
        reel.start(ClockName.TIME_TO_OWN, at)


def handed(reel: Reel, at: int, agreement: Agreement, before: str, party: str) -> None:
    """Work goes from one party to another: its clock is met, the other's starts."""
    if before == party:
        return
    if before:
        reel.end(agreement.clock(before), at, met=True)
    if party and reel.states and not reel.finished:
        reel.start(agreement.clock(party), at)


def level_changed(reel: Reel, at: int, value: str) -> None:
    before, reel.level = reel.level, value
    handed(reel, at, Agreement.OLA, before, value)


def vendor_changed(reel: Reel, at: int, value: str) -> None:
    before, reel.vendor = reel.vendor, value
    handed(reel, at, Agreement.UNDERPINNING, before, value)


def policy_changed(reel: Reel, _: int, value: str) -> None:
    reel.policy = value


def priority_changed(reel: Reel, _: int, value: str) -> None:
    reel.priority = value


def calendar_changed(reel: Reel, _: int, value: str) -> None:
    reel.versions[value.rpartition("@")[0]] = value


def unmoved(_: Reel, __: int, ___: str) -> None:
    """A fact that clocks do not know."""


PLAYED: Final[Mapping[str, Callable[[Reel, int, str], None]]] = {
    FactKind.CREATED: created,
    FactKind.STATE: state_changed,
    FactKind.PRIORITY: priority_changed,
    FactKind.POLICY: policy_changed,
    FactKind.CALENDAR: calendar_changed,
    FactKind.AGENT_REPLY: replied,
    FactKind.REQUESTER_MESSAGE: asked,
    FactKind.OWNER: owned,
    FactKind.LEVEL: level_changed,
    FactKind.VENDOR: vendor_changed,
}
