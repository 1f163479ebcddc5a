"""One line per step, with the time it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    def __init__(self) -> None:
        self._begun = time.monotonic()

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        begun = time.monotonic()
        print(f"  {name:<42}", end="", flush=True)
        try:
            yield
        except BaseException:
            self.say("   failed")
            raise
        self.say(f"{time.monotonic() - begun:6.1f} s")

    def say(self, text: str) -> None:
        print(text, flush=True)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._begun


def complain(text: str) -> None:
    print(f"helpdesk: {text}", file=sys.stderr, flush=True)
