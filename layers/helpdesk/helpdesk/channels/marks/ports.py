from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.marks.rules import Mark


class Marks(Protocol):
    """They are kept for a time, each in one request."""

    def advance(self, person: PersonId, mark: Mark) -> bool:
        """Put a mark unless one stands as far already; whether it was put."""

    def put(self, person: PersonId, mark: Mark) -> None:
        """Put a mark wherever one stands."""

    def all(self, person: PersonId) -> Sequence[Mark]:
        """All of somebody, in one request for as many as people make, in any order."""
