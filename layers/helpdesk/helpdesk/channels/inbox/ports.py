from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.inbox.rules import Heap


class InboxPage(Struct, frozen=True, kw_only=True):
    """Heaps, the newest first. `cursor` goes on behind the last; None at the end; callers get it sealed."""

    heaps: tuple[Heap, ...]
    cursor: str | None


class Inboxes(Protocol):
    def heap(self, person: PersonId, ticket_id: TicketId) -> Heap:
        """What somebody was told of a ticket; an empty one when that is nothing."""

    def put(self, person: PersonId, heap: Heap, before: Heap) -> None:
        """Save what was made of `before`, to be kept for a time; ConflictError and nothing when that is another now."""

    def page(self, person: PersonId, now: datetime, cursor: str | None, limit: int) -> InboxPage:
        """What stands in somebody's inbox now, in one request."""
