from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.drafts.rules import Begun, Draft, DraftKind


class Drafts(Protocol):
    """They are kept for a time."""

    def put(self, person: PersonId, draft: Draft) -> Draft:
        """Put a draft unless a newer one stands; the one that stands then. Colleagues find it by its ticket."""

    def get(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> Draft | None: ...

    def drop(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> bool:
        """Whether there was one."""

    def all(self, person: PersonId) -> Sequence[Draft]:
        """All of somebody, in one request for as many as people begin, in any order."""

    def on(self, ticket: TicketId) -> Sequence[Begun]:
        """All of a ticket, of whoever works on it, in any order: two requests, one if there are none."""

    def take(self, begun: Begun, by: PersonId, own: Draft | None, mine: Draft) -> None:
        """Make what a colleague has begun somebody else's, in place of what they had themselves: all or nothing.

        Raises ConflictError when either is not as it was read.
        """
