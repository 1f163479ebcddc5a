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
LONGEST_SECONDS: Final = 10.0


class Turns:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answering = 0
        self._last = 0.0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits for an answer while this lasts."""
        with self._lock:
            self._answering += 1
        try:
            yield
        finally:
            with self._lock:
                self._answering -= 1
                self._last = time.monotonic()

    def give_way(self) -> None:
        """Wait until nobody waits for an answer, yet not for ever: events that are ten seconds old have their turn."""
        deadline = time.monotonic() + LONGEST_SECONDS
        while (now := time.monotonic()) < deadline:
            if not self._answering and now - self._last > IDLE_SECONDS:
                return
            time.sleep(IDLE_SECONDS / 3)


TURNS: Final = Turns()
