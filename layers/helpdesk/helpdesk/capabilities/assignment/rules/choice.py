"""Choosing: who of a team takes a ticket. Every candidate's part in the choice is recorded."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from heapq import nsmallest
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.assignment.rules.attendance import Out, Shifts, absent
from helpdesk.capabilities.assignment.rules.board import Board, Load, Need
from helpdesk.core.record.assignment import Candidate
from helpdesk.core.staffing.rules.availability import Strategy
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.foundation.kernel.vocabulary import PersonId

SHOWN: Final = 10


class Choice(Struct, frozen=True, kw_only=True):
    """Who takes it, None when nobody can; those considered first, and how many others were out for which reason."""

    person: PersonId | None
    reason: str
    candidates: tuple[Candidate, ...] = ()
    others: tuple[str, ...] = ()


def choose(board: Board, need: Need, now: datetime) -> Choice:
    """The eligible member whom the team's strategy puts first; ties go by id, so that every worker chooses the same."""
    if board.team.strategy is Strategy.MANUAL_PULL:
        return Choice(person=None, reason="manual_pull")
    shifts: Shifts = {}
    outs: list[tuple[PersonId, str]] = []
    able: list[Member] = []
    for member in board.members.values():
        out = out_of(board, member, need, now, shifts)
        if out:
            outs.append((member.person, out))
        else:
            able.append(member)
    score = _SCORES[board.team.strategy]
    first = nsmallest(
        SHOWN, able, key=lambda member: (*score(board, board.load(member.person), member, need), member.person)
    )
    chosen = first[0].person if first else None
    return Choice(
        person=chosen,
        reason=board.team.strategy.value if chosen else _why_nobody(outs),
        candidates=tuple(_shown(board, first, outs, need)),
        others=_others(able, outs),
    )


def out_of(board: Board, member: Member, need: Need, now: datetime, shifts: Shifts | None = None) -> str:
    """Why somebody cannot take it; empty when they can."""
    out = absent(board, member, now, shifts) or unable(member, need)
    return str(out or full(board, member, need) or "")


def unable(member: Member, need: Need) -> str:
    """Why it is not for them; empty when it is."""
    availability = member.availability
    if need.passed and member.person in need.passed:
        return Out.GAVE_IT_BACK
    if availability.levels and need.level not in availability.levels:
        return Out.LEVEL
    if need.language and availability.languages and need.language not in availability.languages:
        return f"{Out.LANGUAGE}:{need.language}"
    missing = next((skill for skill in need.skills if not availability.grade(skill)), None)
    return f"{Out.SKILL}:{missing}" if missing else ""


def full(board: Board, member: Member, need: Need) -> Out | None:
    availability, held = member.availability, board.held(member.person)
    if len(held) >= availability.capacity:
        return Out.FULL
    most = availability.channels.get(need.channel)
    if most is not None and sum(channel is need.channel for channel in held) >= most:
        return Out.CHANNEL_FULL
    return None


def _by_share(board: Board, load: Load, member: Member, _: Need) -> tuple[float, ...]:
    """Start-time fair queueing: turns come in proportion to weight, and in one round the least loaded is first."""
    return (max(load.share, board.clock), len(load.held) / max(1, member.availability.weight), *_idle(load))


def _by_turn(_: Board, load: Load, __: Member, ___: Need) -> tuple[float, ...]:
    return (load.turn,)


def _by_idleness(_: Board, load: Load, __: Member, ___: Need) -> tuple[float, ...]:
    return (float(bool(load.held)), *_idle(load))


def _by_skill(board: Board, load: Load, member: Member, need: Need) -> tuple[float, ...]:
    grades = sum(member.availability.grade(skill) for skill in need.skills)
    return (-grades, *_by_share(board, load, member, need))


def _idle(load: Load) -> tuple[float, ...]:
    return (load.given_at.timestamp() if load.given_at else 0.0,)


_SCORES: Final[dict[Strategy, Callable[[Board, Load, Member, Need], tuple[float, ...]]]] = {
    Strategy.WEIGHTED_LOAD: _by_share,
    Strategy.ROUND_ROBIN: _by_turn,
    Strategy.LONGEST_IDLE: _by_idleness,
    Strategy.SKILL_FIRST: _by_skill,
}


def _why_nobody(outs: list[tuple[PersonId, str]]) -> str:
    """The commonest reason; capacity comes first, because that passes by itself."""
    counts = Counter(out for _, out in outs)
    if not counts:
        return "empty_team"
    return Out.FULL.value if counts[Out.FULL] else min(counts, key=lambda out: (-counts[out], out))


def _shown(board: Board, able: list[Member], outs: list[tuple[PersonId, str]], need: Need) -> Iterator[Candidate]:
    """The first in order, then those who were out, up to a number that an entry can carry."""
    score = _SCORES[board.team.strategy]
    for member in able:
        load = board.load(member.person)
        yield Candidate(person=member.person, held=len(load.held), score=tuple(score(board, load, member, need)))
    for person, out in sorted(outs)[: max(0, SHOWN - len(able))]:
        yield Candidate(person=person, held=len(board.load(person).held), out=out)


def _others(able: list[Member], outs: list[tuple[PersonId, str]]) -> tuple[str, ...]:
    """Those not shown by name, counted: `full 240`."""
    unnamed = Counter(out for _, out in sorted(outs)[max(0, SHOWN - len(able)) :])
    unnamed.update({"eligible": max(0, len(able) - SHOWN)})
    return tuple(f"{out} {count}" for out, count in sorted(unnamed.items()) if count)
