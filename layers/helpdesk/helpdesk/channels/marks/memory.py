"""How far people have read. Nothing of it expires."""

from collections.abc import Sequence
from threading import RLock

from helpdesk.channels.marks.rules import Mark
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class MemoryMarks:
    """See ports.Marks."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._marks: dict[PersonId, dict[TicketId, Mark]] = {}

    def advance(self, person: PersonId, mark: Mark) -> bool:
        with self._lock:
            held = self._marks.get(person, {}).get(mark.ticket)
            if held and held.revision >= mark.revision:
                return False
            self.put(person, mark)
            return True

    def put(self, person: PersonId, mark: Mark) -> None:
        with self._lock:
            self._marks.setdefault(person, {})[mark.ticket] = mark

    def all(self, person: PersonId) -> Sequence[Mark]:
        return list(self._marks.get(person, {}).values())
