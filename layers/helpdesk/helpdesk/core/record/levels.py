"""Facts about more skill: up a level, back down with an answer, and what is kept of that."""

from datetime import datetime
from typing import ClassVar, Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


class TicketEscalated(Event, frozen=True, kw_only=True):
    """Functional escalation: to more skill. `cause` is `manual` or the clock that was breached."""

    words: ClassVar[frozenset[str]] = frozenset({"reason", "tried"})

    level: Level
    team: TeamId
    previous_level: Level
    previous_team: TeamId
    reason: str
    tried: str
    cause: str = "manual"


class TicketDeescalated(Event, frozen=True, kw_only=True):
    """Back to a lower level, with the answer for it. `needless`: the lower level could have found it itself."""

    words: ClassVar[frozenset[str]] = frozenset({"answer"})

    level: Level
    team: TeamId
    previous_level: Level
    previous_team: TeamId
    answer: str
    needless: bool = False


class LevelNoteKept(Event, frozen=True, kw_only=True):
    """An answer is kept as a note for a level, for the next ticket of its category."""

    words: ClassVar[frozenset[str]] = frozenset({"title"})

    level: Level
    category: str | None = None
    title: str


class Escalation(Struct, frozen=True, kw_only=True):
    """A functional escalation: by which team at which level, to which."""

    id: str
    at: datetime
    team: TeamId
    level: Level
    to_level: Level
    category: str | None = None
    cause: str = "manual"
    """`manual`, or the clock that was breached."""
    returned_at: datetime | None = None
    """A higher level handed it back with an answer."""
    needless: bool = False
    """It was handed back because the answer could have been found below."""


FACTS: Final = (TicketEscalated, TicketDeescalated, LevelNoteKept)


def after(escalations: tuple[Escalation, ...], before: Head, entry: Entry) -> tuple[Escalation, ...]:
    match entry.event:
        case TicketEscalated() as event:
            return (*escalations, _raised(before, entry, event))
        case TicketDeescalated(level=level):
            # What was raised from this level or above it has its answer.
            return tuple(raised for raised in escalations if raised.level < level)
        case TicketUpdated(level=Level() as level):
            # It was corrected: a level it should not have been at has nothing to answer.
            return tuple(raised for raised in escalations if raised.level < level)
    return escalations


def _raised(before: Head, entry: Entry, event: TicketEscalated) -> Escalation:
    return Escalation(
        id=entry.id,
        at=entry.at,
        team=event.previous_team,
        level=event.previous_level,
        to_level=event.level,
        category=before.category,
        cause=event.cause,
    )
