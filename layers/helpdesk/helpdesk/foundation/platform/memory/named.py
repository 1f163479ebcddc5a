"""Named things."""

from collections.abc import Mapping, Sequence
from typing import Generic

from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.named import Kind, NamedPage, T, is_begun


class MemoryNamed(Generic[T]):
    """See platform.named.NamedStore."""

    def __init__(self, table: MemoryTable, kind: Kind[T]) -> None:
        self._lock = table.lock
        self._kind = kind
        self._held: dict[str, T] = {}

    def get(self, which: str) -> T:
        found = self.find(which)
        if found is None:
            raise NotFoundError(self._kind.called, which)
        return found

    def find(self, which: str) -> T | None:
        return self._held.get(which)

    def named(self, names: Sequence[str]) -> Mapping[str, T]:
        wanted = self._kind.wanted(names)
        with self._lock:
            holders = {name: held for held in self._held.values() for name in self._kind.names(held)}
        return {name: holders[name] for name in wanted if name in holders}

    def known(self, ids: Sequence[str]) -> Mapping[str, T]:
        with self._lock:
            return {which: self._held[which] for which in ids if which in self._held}

    def begun(self, words: Sequence[str], most: int) -> Sequence[T]:
        with self._lock:
            held = [self._held[which] for which in sorted(self._held)]
        return [each for each in held if words and is_begun(self._kind.terms(each), words)][:most]

    def index(self, thing: T) -> bool:
        """It is found without."""
        return self._held.get(thing.id) == thing

    def page(self, cursor: str | None, limit: int) -> NamedPage[T]:
        with self._lock:
            after = [held for which, held in sorted(self._held.items()) if which > (cursor or "")]
        found = tuple(after[:limit])
        return NamedPage(items=found, cursor=found[-1].id if len(after) > limit else None)

    def put(self, saved: T) -> None:
        with self._lock:
            before = self.find(saved.id)
            if (before.version if before else 0) != saved.version - 1:
                raise ConflictError(f"{saved.name} was saved by somebody else meanwhile.")
            for name, holder in self.named(list(self._kind.names(saved))).items():
                if holder.id != saved.id:
                    raise self._kind.taken(saved, name)
            self._held[saved.id] = saved
