"""Reports that people have sent to them, in memory."""

from collections.abc import Sequence
from datetime import datetime
from threading import RLock

from helpdesk.channels.briefings.rules.briefing import Briefing, Errand
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId


class MemoryBriefings:
    """See ports.Briefings."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._kept: dict[tuple[PersonId, str], Briefing] = {}

    def of(self, person: PersonId) -> Sequence[Briefing]:
        return sorted((each for each in self._kept.values() if each.person == person), key=lambda each: each.id)

    def get(self, person: PersonId, briefing_id: str) -> Briefing | None:
        return self._kept.get((person, briefing_id))

    def put(self, briefing: Briefing, before: Briefing | None) -> None:
        with self._lock:
            self._check(briefing, before)
            self._kept[briefing.person, briefing.id] = briefing

    def delete(self, briefing: Briefing) -> None:
        with self._lock:
            self._check(briefing, briefing)
            del self._kept[briefing.person, briefing.id]

    def due(self, region: str, now: datetime, most: int) -> Sequence[Briefing]:
        found = [each for each in self._kept.values() if each.region == region and each.due <= now]
        return sorted(found, key=lambda each: (each.due, each.person, each.id))[:most]

    def _check(self, briefing: Briefing, before: Briefing | None) -> None:
        held = self.get(briefing.person, briefing.id)
        if (held and (held.revision, held.due)) != (before and (before.revision, before.due)):
            raise ConflictError("This was saved meanwhile.")


class MemorySenders:
    """See ports.Senders. What was begun is kept for a test to go on with."""

    def __init__(self) -> None:
        self.begun: list[Errand] = []

    def begin(self, errand: Errand) -> None:
        if errand.key not in [each.key for each in self.begun]:
            self.begun.append(errand)
