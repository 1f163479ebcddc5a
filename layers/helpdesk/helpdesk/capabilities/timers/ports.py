"""Ports to timers, and to recomputing clocks in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import datetime

    from helpdesk.capabilities.timers.rules.recompute import Progress, Walk
    from helpdesk.foundation.kernel.vocabulary import TicketId


class Timers(Protocol):
    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        """Start a timer that rings after `seconds`; False when one of this name was started before."""


class Recomputing(Protocol):
    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        """Walk over the open tickets when every worker has heard of the settings; False for a name that was used."""


class WalkBoard(Protocol):
    """How far the walks of each revision are."""

    def plan(self, revision: int, walks: int) -> None:
        """Note how many walks there will be."""

    def progress(self, walk: Walk) -> Progress: ...

    def note(self, walk: Walk, progress: Progress) -> None: ...

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        """How many walks were planned, and those that began."""


class TimerPorts(Struct, frozen=True, kw_only=True):
    executions: Timers
    recomputing: Recomputing
    walks: WalkBoard
