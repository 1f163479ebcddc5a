from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.drafts.rules import Draft, DraftKind


class Drafts(Protocol):
    """They are kept for a time, each in one request."""

    def put(self, person: PersonId, draft: Draft) -> Draft:
        """Put a draft unless a newer one stands; the one that stands then."""

    def get(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> Draft | None: ...

    def drop(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> bool:
        """Whether there was one."""

    def all(self, person: PersonId) -> Sequence[Draft]:
        """All of somebody, in one request for as many as people begin, in any order."""
