"""Views in memory."""

from collections.abc import Sequence
from threading import RLock

from helpdesk.capabilities.views.rules import Owner, Shelf
from helpdesk.foundation.kernel.errors import ConflictError


class MemoryViews:
    """See ports.Views."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._shelves: dict[Owner, Shelf] = {}

    def shelves(self, owners: Sequence[Owner]) -> Sequence[Shelf]:
        with self._lock:
            return [self._shelves.get(owner, Shelf(owner=owner)) for owner in owners]

    def put(self, shelves: Sequence[Shelf]) -> None:
        with self._lock:
            held = self.shelves([shelf.owner for shelf in shelves])
            if any(new.revision != old.revision + 1 for new, old in zip(shelves, held, strict=True)):
                raise ConflictError("These views were saved meanwhile.")
            self._shelves |= {shelf.owner: shelf for shelf in shelves}
