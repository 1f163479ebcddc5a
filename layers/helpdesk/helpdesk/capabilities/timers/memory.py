"""Workflows, how far they are, and what waits for an answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from helpdesk.capabilities.timers.rules.recompute import Progress, Walk
from helpdesk.foundation.kernel.vocabulary import TicketId


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """One timer that was started."""

    ticket_id: TicketId
    wake_at: datetime
    seconds: int


class MemoryTimers:
    """See ports.Timers. By name, in the order in which they were started."""

    def __init__(self) -> None:
        self.started: dict[str, Started] = {}

    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        timer = Started(ticket_id=ticket_id, wake_at=wake_at, seconds=seconds)
        return self.started.setdefault(name, timer) is timer


class MemoryWalkBoard:
    """See ports.WalkBoard."""

    def __init__(self) -> None:
        self._planned: dict[int, int] = {}
        self._walks: dict[int, dict[str, Progress]] = defaultdict(dict)

    def plan(self, revision: int, walks: int) -> None:
        self._planned[revision] = walks

    def progress(self, walk: Walk) -> Progress:
        return self._walks[walk.revision].get(walk.name, Progress())

    def note(self, walk: Walk, progress: Progress) -> None:
        self._walks[walk.revision][walk.name] = progress

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        return self._planned.get(revision, 0), list(self._walks[revision].values())


@dataclass(slots=True)
class MemoryRecomputing:
    """See ports.Recomputing. What was started is kept for a test to look at."""

    recomputed: dict[str, Sequence[Walk]] = field(default_factory=dict)
    waits: dict[str, int] = field(default_factory=dict)

    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        self.waits[name] = wait_seconds
        return self.recomputed.setdefault(name, walks) is walks
