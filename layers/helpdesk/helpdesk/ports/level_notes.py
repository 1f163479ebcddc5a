"""Port to notes for a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from helpdesk.domain.vocabulary import Level

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.domain.level_notes import LevelNote


class NotePage(Struct, frozen=True, kw_only=True):
    items: tuple[LevelNote, ...]
    cursor: str | None


class LevelNotes(Protocol):
    """They are written with the entry that keeps them; see TicketStore.save."""

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        """Of one category (None: of all, one after the other), the newest first."""
