from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from helpdesk.core.record.event import Event
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
    """A functional escalation: by which team at which level, to which, because of what (`manual` or a clock).

    `returned_at`: a higher level handed it back with an answer; `needless`, because that could have been found below.
    """

    id: str
    at: datetime
    team: TeamId
    level: Level
    to_level: Level
    category: str | None = None
    cause: str = "manual"
    returned_at: datetime | None = None
    needless: bool = False
