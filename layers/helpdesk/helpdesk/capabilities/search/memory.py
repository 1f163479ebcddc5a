"""Manifests in memory."""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock

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
