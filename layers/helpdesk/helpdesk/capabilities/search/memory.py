"""Manifests and packs in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from threading import RLock

from helpdesk.capabilities.search.ports import StoredPack
from helpdesk.capabilities.search.rules.manifest import Manifest


class MemoryManifests:
    """See ports.Manifests."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._manifests: dict[str, Manifest] = {}

    def all(self) -> Sequence[Manifest]:
        with self._lock:
            return sorted(self._manifests.values(), key=lambda manifest: manifest.month, reverse=True)

    def of(self, month: str) -> Manifest:
        return self._manifests.get(month, Manifest(month=month))

    def move(self, to: Manifest) -> bool:
        with self._lock:
            if to.version != self.of(to.month).version + 1:
                return False
            self._manifests[to.month] = to
            return True


class MemoryPacks:
    """See ports.Packs."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._packs: dict[StoredPack, tuple[datetime, bytes]] = {}

    def get(self, month: str, name: str) -> bytes:
        return self._packs[StoredPack(month=month, name=name)][1]

    def put(self, month: str, name: str, content: bytes) -> None:
        self._packs[StoredPack(month=month, name=name)] = (self._now(), content)

    def older_than(self, before: datetime) -> Iterator[StoredPack]:
        return iter([pack for pack, (at, _) in self._packs.items() if at < before])

    def delete(self, pack: StoredPack) -> None:
        self._packs.pop(pack, None)
