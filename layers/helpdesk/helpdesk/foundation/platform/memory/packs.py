"""Packs in memory."""

from collections.abc import Callable, Iterator
from datetime import datetime

from helpdesk.foundation.platform.ports import StoredPack


class MemoryPacks:
    """See ports.Packs."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._packs: dict[tuple[str, str], tuple[datetime, bytes]] = {}

    def get(self, month: str, name: str) -> bytes:
        return self._packs[month, name][1]

    def put(self, month: str, name: str, content: bytes) -> None:
        self._packs[month, name] = (self._now(), content)

    def stored(self, month: str = "") -> Iterator[StoredPack]:
        found = sorted((key, at) for key, (at, _) in self._packs.items() if month in {"", key[0]})
        return (StoredPack(month=of, name=name, at=at) for (of, name), at in found)

    def delete(self, month: str, name: str) -> None:
        self._packs.pop((month, name), None)
