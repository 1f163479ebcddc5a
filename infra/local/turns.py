"""Who goes first: people who wait for an answer, then what follows from it.

On AWS each function has processors of its own; here all share one machine's, and a burst of requests would wait for the
mail, timers and pushes of those before it. So requests and what follows have a share each, and that of what follows is
small while somebody waits.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_CORES: Final = os.cpu_count() or 1
# Functions that run at the same time: for those who wait for an answer, for nobody, and for nobody while some wait.
ANSWERS: Final = max(8, 4 * _CORES)
FOLLOWERS: Final = max(8, 4 * _CORES)
FOLLOWERS_MEANWHILE: Final = max(1, _CORES // 2)
IDLE_SECONDS: Final = 0.03
# An answer that takes longer than this has stopped somewhere, and what follows from others must not wait for it.
SLOW_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 10.0

_awaited: ContextVar[bool] = ContextVar("awaited", default=False)
_begins: ContextVar[threading.Event | None] = ContextVar("begins", default=None)


@contextmanager
def awaited() -> Iterator[None]:
    """Functions called while this lasts are those of somebody who waits."""
    token = _awaited.set(True)
    try:
        yield
    finally:
        _awaited.reset(token)


@contextmanager
def told_of_its_turn() -> Iterator[threading.Event]:
    """Set as soon as a function called while this lasts has its turn."""
    token = _begins.set(begun := threading.Event())
    try:
        yield begun
    finally:
        _begins.reset(token)


class Turns:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._door = threading.Lock()
        self._answering = 0
        self._last = 0.0
        self._following = 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits for an answer while this lasts."""
        self._count_answers(1)
        try:
            with awaited():
                yield
        finally:
            self._count_answers(-1)

    @contextmanager
    def function(self) -> Iterator[None]:
        """A function runs while this lasts; unless somebody waits for it, it begins when it is its turn."""
        if _awaited.get():
            yield
            return
        with self._door:  # one at a time looks whether it may, the others sleep
            self._await_turn()
            self._count_followers(1)
        if begun := _begins.get():
            begun.set()
        try:
            yield
        finally:
            self._count_followers(-1)

    def _await_turn(self) -> None:
        """Not for ever: whoever has stood at the door for ten seconds goes in."""
        begun = time.monotonic()
        while True:
            late = time.monotonic() - begun > LONGEST_SECONDS
            if self._following < (FOLLOWERS if late or self._is_quiet() else FOLLOWERS_MEANWHILE):
                return
            time.sleep(IDLE_SECONDS / 3)

    def _is_quiet(self) -> bool:
        return time.monotonic() - self._last > (SLOW_SECONDS if self._answering else IDLE_SECONDS)

    def _count_answers(self, change: int) -> None:
        with self._lock:
            self._answering += change
            self._last = time.monotonic()

    def _count_followers(self, change: int) -> None:
        with self._lock:
            self._following += change


TURNS: Final = Turns()
