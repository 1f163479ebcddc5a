"""What waits for people's one mail a day."""

from collections.abc import Sequence
from datetime import datetime
from threading import RLock

from helpdesk.channels.digests.rules import Due, Noted


class MemoryDigests:
    """See ports.Digests."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._noted: dict[Due, dict[tuple[str, str], Noted]] = {}
        self._due: set[Due] = set()

    def note(self, due: Due, noted: Noted) -> None:
        with self._lock:
            self._noted.setdefault(due, {})[noted.entry, noted.concern] = noted
            self._due.add(due)

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        with self._lock:
            found = [due for due in self._due if due.at <= now]
        return sorted(found, key=lambda due: (due.at, due.person))[:most]

    def noted(self, due: Due, most: int) -> Sequence[Noted]:
        return sorted(self._noted.get(due, {}).values(), key=lambda noted: (noted.entry, noted.concern))[:most]

    def done(self, due: Due) -> None:
        with self._lock:
            self._due.discard(due)
