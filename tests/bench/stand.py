"""The bench's own local stack, and the log of what it asked of AWS."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from infra.local.emulator import calls as call_log
from tests.bench.calls import Call, read, running
from tests.stack.local_stack import LocalStack

QUIET_SECONDS = 0.5
PATIENCE_SECONDS = 300.0


class Stand:
    """A stack in a folder of its own, for as long as the `with` block runs."""

    def __init__(self, folder: Path) -> None:
        self.stack = LocalStack(folder / "data")
        self.url = self.stack.base_url
        self._calls = self.stack.data / call_log.FILE

    def __enter__(self) -> Self:
        self.stack.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.kill9()  # nothing of it is kept, and a clean end would save ten thousand tickets first

    @property
    def pid(self) -> int:
        assert self.stack.process is not None
        return self.stack.process.pid

    def aws(self, service: str) -> Any:
        return self.stack.aws(service)

    def settle(self) -> float:
        """Wait until no function has answered for a while; the instant of the last one that did."""
        log = self.stack.data / "functions.log"
        return self._quiet(lambda: log.stat().st_mtime)

    def _quiet(self, changed: Callable[[], float]) -> float:
        """Wait until the last change is long enough ago, and this call too; the instant of the change."""
        begun = time.time()
        while time.time() < begun + PATIENCE_SECONDS:
            last = changed()
            if time.time() - max(last, begun) > QUIET_SECONDS:
                return last
            time.sleep(0.05)
        raise TimeoutError("Functions do not stop running.")

    @contextmanager
    def counted(self) -> Iterator[list[Call]]:
        """The calls made until the block ends and everything it set off has ended; the list is filled then."""
        found: list[Call] = []
        self._calls.touch()
        try:
            yield found
            self._quiet(lambda: time.time() if running(self._calls) else self._calls.stat().st_mtime)
            found += read(self._calls)
        finally:
            self._calls.unlink()
