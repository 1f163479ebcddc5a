"""The reel: a tape played from its start, each fact starting, meeting or stopping clocks.

Facts come in commit order. One whose time lies before the fact ahead of it, from a worker whose clock was
behind, counts as simultaneous with it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.open_time import to_instant
from helpdesk.core.clocks.rules.policy import Agreement, ClockName, Policy
from helpdesk.core.clocks.rules.runs import FINISHED, Cycles, StateChange
from helpdesk.core.record.tape import FactKind, TapeFact

TERMS: Final = frozenset({FactKind.POLICY, FactKind.PRIORITY, FactKind.CALENDAR})


class Reel(Struct, kw_only=True):
    """Where the tape stands: who has the ticket, and whether its requester has been answered yet."""

    cycles: Cycles
    owner: str = ""
    level: str = ""
    vendor: str = ""
    answered: bool = False


def play(tape: Iterable[TapeFact], policies: Mapping[str, Policy], calendars: Mapping[str, Calendar]) -> Cycles:
    reel = Reel(cycles=Cycles(policies=policies, calendars=calendars))
    for at, facts in _moments(tape):
        reel.cycles.last = at
        if not reel.cycles.states and all(fact.kind != FactKind.CREATED for fact in facts):
            raise ValueError(f"A tape begins with {FactKind.CREATED}, not with {facts[0].kind}")
        changes_terms = False
        for fact in facts if len(facts) == 1 else _together(facts):
            if changes_terms and fact.kind not in TERMS:
                reel.cycles.rearm(at)
                changes_terms = False
            changes_terms = changes_terms or fact.kind in TERMS
            _PLAYED.get(fact.kind, _nothing)(reel, at, fact.value)
        if changes_terms:
            reel.cycles.rearm(at)
    return reel.cycles


def _moments(tape: Iterable[TapeFact]) -> Iterator[tuple[int, list[TapeFact]]]:
    """The facts of each moment; time does not go back."""
    latest: int | None = None
    facts: list[TapeFact] = []
    for fact in tape:
        at = to_instant(fact.at)
        if latest is None or at > latest:
            if latest is not None:
                yield latest, facts
            latest, facts = at, []
        facts.append(fact)
    if latest is not None:
        yield latest, facts


def _together(facts: list[TapeFact]) -> list[TapeFact]:
    """Facts of one moment: terms first and finishing last, so that a change means the same in any order."""
    if sum(fact.kind == FactKind.STATE for fact in facts) == 1:
        return sorted(facts, key=_rank)
    return sorted(facts, key=lambda fact: fact.kind not in TERMS)


def _rank(fact: TapeFact) -> int:
    if fact.kind in TERMS:
        return 0
    if fact.kind == FactKind.CREATED:
        return 1
    if fact.kind == FactKind.STATE:
        return 4 if _state(fact.value)[1] in FINISHED else 2
    return 3


def _state(value: str) -> tuple[str, str]:
    """State and phase of a state fact; a state without one is its own phase."""
    state, _, phase = value.partition("/")
    return state, phase or state


def _created(reel: Reel, at: int, value: str) -> None:
    reel.cycles.states.append(StateChange(at, *_state(value or "new")))
    for clock in (ClockName.FIRST_RESPONSE, ClockName.RESOLUTION):
        reel.cycles.start(clock, at)
    _start_with_parties(reel, at)


def _start_with_parties(reel: Reel, at: int) -> None:
    """The clocks that hang on who has the ticket."""
    if not reel.owner:
        reel.cycles.start(ClockName.TIME_TO_OWN, at)
    for agreement, party in ((Agreement.OLA, reel.level), (Agreement.UNDERPINNING, reel.vendor)):
        if party:
            reel.cycles.start(agreement.clock(party), at)


def _state_changed(reel: Reel, at: int, value: str) -> None:
    was_finished = reel.cycles.finished
    reel.cycles.states.append(StateChange(at, *_state(value)))
    if reel.cycles.finished and not was_finished:
        _finish(reel, at, solved=not reel.cycles.cancelled)
    elif was_finished and not reel.cycles.finished:
        reel.cycles.resume(ClockName.RESOLUTION, at)
        reel.cycles.start(ClockName.NEXT_RESPONSE, at)
        _start_with_parties(reel, at)


def _finish(reel: Reel, at: int, *, solved: bool) -> None:
    for clock in list(reel.cycles.running):
        reel.cycles.end(clock, at, met=solved and clock == ClockName.RESOLUTION)


def _replied(reel: Reel, at: int, _: str) -> None:
    """A human answered in public. While the ticket is solved this moves nothing."""
    if reel.cycles.finished:
        return
    reel.answered = True
    for clock in (ClockName.FIRST_RESPONSE, ClockName.NEXT_RESPONSE, ClockName.PERIODIC_UPDATE):
        reel.cycles.end(clock, at, met=True)
    reel.cycles.start(ClockName.PERIODIC_UPDATE, at)


def _asked(reel: Reel, at: int, _: str) -> None:
    """Until it is met the first response covers every message; then the oldest unanswered one counts."""
    if reel.answered and not reel.cycles.finished:
        reel.cycles.start(ClockName.NEXT_RESPONSE, at)


def _owned(reel: Reel, at: int, value: str) -> None:
    reel.owner = value
    if value:
        reel.cycles.end(ClockName.TIME_TO_OWN, at, met=True)
    elif not reel.cycles.finished:
        reel.cycles.start(ClockName.TIME_TO_OWN, at)


def _level_changed(reel: Reel, at: int, value: str) -> None:
    before, reel.level = reel.level, value
    _hand_over(reel, at, Agreement.OLA, before, value)


def _vendor_changed(reel: Reel, at: int, value: str) -> None:
    before, reel.vendor = reel.vendor, value
    _hand_over(reel, at, Agreement.UNDERPINNING, before, value)


def _hand_over(reel: Reel, at: int, agreement: Agreement, before: str, party: str) -> None:
    """Work goes from one party to another: its clock is met, the other's starts."""
    if before == party:
        return
    if before:
        reel.cycles.end(agreement.clock(before), at, met=True)
    if party and not reel.cycles.finished:
        reel.cycles.start(agreement.clock(party), at)


def _policy_changed(reel: Reel, _: int, value: str) -> None:
    reel.cycles.policy = value


def _priority_changed(reel: Reel, _: int, value: str) -> None:
    reel.cycles.priority = value


def _calendar_changed(reel: Reel, _: int, value: str) -> None:
    reel.cycles.versions[value.rpartition("@")[0]] = value


def _nothing(_: Reel, __: int, ___: str) -> None:
    """A fact that clocks do not know."""


_PLAYED: Final[Mapping[str, Callable[[Reel, int, str], None]]] = {
    FactKind.CREATED: _created,
    FactKind.STATE: _state_changed,
    FactKind.PRIORITY: _priority_changed,
    FactKind.POLICY: _policy_changed,
    FactKind.CALENDAR: _calendar_changed,
    FactKind.AGENT_REPLY: _replied,
    FactKind.REQUESTER_MESSAGE: _asked,
    FactKind.OWNER: _owned,
    FactKind.LEVEL: _level_changed,
    FactKind.VENDOR: _vendor_changed,
}
