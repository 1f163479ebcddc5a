from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.channels.digests.rules import Due, Noted


class Digests(Protocol):
    """What waits for people's one mail a day. Nothing of it is kept for more than some days."""

    def note(self, due: Due, noted: Noted) -> None:
        """Noted twice it is there once."""

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        """Those whose time has come and that are not done, the oldest first: one request."""

    def noted(self, due: Due, most: int) -> Sequence[Noted]:
        """The oldest first: one request."""

    def done(self, due: Due) -> None:
        """It is due no more."""
