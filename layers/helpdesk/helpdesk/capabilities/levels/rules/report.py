"""Escalations counted: how many were raised, came back with an answer, and could have been answered below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.levels import Escalation, TicketDeescalated
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Level, TeamId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.tickets.rules.change import Change


class Correction(Struct, frozen=True, kw_only=True):
    """A wrong route that a lead corrected: which team at which level had it, and to where it went."""

    id: str
    at: datetime
    team: TeamId
    level: Level
    to_team: TeamId
    to_level: Level
    category: str | None = None


Counted = Escalation | Correction


class Count(Struct, frozen=True, kw_only=True):
    """`by_clock` were raised by a promise that was broken, not by a person. Corrections are no escalations."""

    name: str
    escalations: int
    by_clock: int
    returned: int
    needless: int
    corrections: int

    @property
    def needless_share(self) -> float | None:
        return self.needless / self.escalations if self.escalations else None


class EscalationReport(Struct, frozen=True, kw_only=True):
    """By who raised them, or had what was corrected: teams, levels, and what the tickets were about then."""

    total: Count
    teams: Sequence[Count]
    levels: Sequence[Count]
    categories: Sequence[Count]


def changed_by(change: Change) -> list[Escalation]:
    """The escalations that a change raised or answered, as they are since."""
    before = change.before.escalations if change.before else ()
    after = change.after.escalations
    needless = any(getattr(entry.event, "needless", False) for entry in change.entries)
    at = next((entry.at for entry in change.entries if isinstance(entry.event, TicketDeescalated)), None)
    answered = [replace(each, returned_at=at, needless=needless) for each in before if each not in after]
    return [*(each for each in after if each not in before), *answered]


def corrected_by(change: Change) -> list[Correction]:
    """The corrections of its route that a change holds."""
    return [
        Correction(
            id=entry.id,
            at=entry.at,
            team=change.before.team,
            level=change.before.level,
            to_team=event.team or change.before.team,
            to_level=event.level or change.before.level,
            category=change.before.category,
        )
        for entry in change.entries
        if change.before and isinstance(event := entry.event, TicketUpdated) and event.reason is not None
    ]


def report(counted: Iterable[Counted]) -> EscalationReport:
    found = list(counted)
    return EscalationReport(
        total=_count("", found),
        teams=_by(found, lambda each: each.team),
        levels=_by(found, lambda each: each.level.value),
        categories=_by(found, lambda each: each.category or ""),
    )


def _by(found: Sequence[Counted], name: Callable[[Counted], str]) -> list[Count]:
    names = sorted({name(each) for each in found})
    return [_count(one, [each for each in found if name(each) == one]) for one in names]


def _count(name: str, found: Sequence[Counted]) -> Count:
    escalations = [each for each in found if isinstance(each, Escalation)]
    return Count(
        name=name,
        escalations=len(escalations),
        by_clock=sum(each.cause != "manual" for each in escalations),
        returned=sum(each.returned_at is not None for each in escalations),
        needless=sum(each.needless for each in escalations),
        corrections=len(found) - len(escalations),
    )
