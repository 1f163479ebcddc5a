"""Who goes first: people who wait for an answer, then what follows from it.

On AWS each function has processors of its own; here all share one machine's, and a burst of requests would wait for the
mail, timers and pushes of those before it.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

IDLE_SECONDS: Final = 0.03
# An answer that takes longer than this has stopped somewhere, and what follows from others must not wait for it.
SLOW_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 10.0


class Turns:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answering = 0
        self._last = 0.0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits for an answer while this lasts."""
        self._count(1)
        try:
            yield
        finally:
            self._count(-1)

    def give_way(self) -> None:
        """Wait until nobody waits for an answer, yet not for ever: events that are ten seconds old have their turn."""
        deadline = time.monotonic() + LONGEST_SECONDS
        while (now := time.monotonic()) < deadline:
            if now - self._last > (SLOW_SECONDS if self._answering else IDLE_SECONDS):
                return
            time.sleep(IDLE_SECONDS / 3)

    def _count(self, change: int) -> None:
        with self._lock:
            self._answering += change
            self._last = time.monotonic()


TURNS: Final = Turns()
