"""Port to the escalations there were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import Level

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import date

    from helpdesk.capabilities.levels.rules.notes import LevelNote
    from helpdesk.capabilities.levels.rules.report import Counted


class Escalations(Protocol):
    """They, and corrections of routes, are written with the change that makes or answers them; see TicketStore.save."""

    def of_day(self, day: date) -> Sequence[Counted]:
        """Those of this day (UTC) as they are now, corrections first, each in their order."""


class NotePage(Struct, frozen=True, kw_only=True):
    items: tuple[LevelNote, ...]
    cursor: str | None


class LevelNotes(Protocol):
    """They are written with the entry that keeps them; see TicketStore.save."""

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        """Of one category (None: of all, one after the other), the newest first."""


class LevelPorts(Struct, frozen=True, kw_only=True):
    notes: LevelNotes
    escalations: Escalations
