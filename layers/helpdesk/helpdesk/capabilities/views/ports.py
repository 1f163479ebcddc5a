from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.views.rules import Owner, Shelf


class Views(Protocol):
    def shelves(self, owners: Sequence[Owner]) -> Sequence[Shelf]:
        """Of each owner what they have, in this order and in one request."""

    def put(self, shelves: Sequence[Shelf]) -> None:
        """Save all of them, each the revision after the one it was made from, or ConflictError and none."""
