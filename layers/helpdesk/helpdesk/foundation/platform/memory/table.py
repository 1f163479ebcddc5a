"""What the adapters of one desk share: the lock that makes a write one, the clock, and everybody's rows."""

from collections.abc import Callable
from datetime import datetime
from threading import RLock
from typing import Any, TypeVar

R = TypeVar("R")


class MemoryTable:
    """A capability keeps rows of its own kind in its own `memory`. Who writes several together takes others' too."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self.wall = wall
        self.lock = RLock()
        self._rows: dict[type[Any], Any] = {}

    def rows(self, kind: type[R]) -> R:
        """The rows of a kind, empty at first."""
        with self.lock:
            if kind not in self._rows:
                self._rows[kind] = kind()
            found: R = self._rows[kind]
            return found
