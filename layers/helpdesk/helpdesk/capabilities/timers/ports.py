"""Ports to what goes on in the background: recomputing clocks, and climbing escalation ladders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.timers.rules.recompute import Progress, Walk
    from helpdesk.foundation.kernel.vocabulary import TicketId


class Timers(Protocol):
    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        """Start a timer that rings after `seconds`; False when one of this name was started before."""


class WalkBoard(Protocol):
    """How far the walks of each revision are."""

    def plan(self, revision: int, walks: int) -> None:
        """Note how many walks there will be."""

    def progress(self, walk: Walk) -> Progress: ...

    def note(self, walk: Walk, progress: Progress) -> None: ...

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        """How many walks were planned, and those that began."""
