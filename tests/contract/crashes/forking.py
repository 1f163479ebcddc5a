"""A world that goes on in two ways from every call to AWS: with the call, and in a process of its own without it.

What happens before a fault is the same for all faults: it happens once. Each child breaks its call, goes on to the end,
and says whether all is as it must be.
"""

import contextlib
import gc
import os
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from tests.aws_calls import Call

READS: Final = re.compile(r".*:(Get|BatchGet|Query|Head|List|Describe|Receive)")
HOWS: Final = ("before", "after")


@dataclass
class Fault:
    """Of the parent none: it breaks no call, and gives birth to those who do, where it `strikes`."""

    strikes: Callable[[], bool]
    number: int = 0
    how: str = ""
    seen: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What the children say who did not survive."""
    _pipe: int = -1

    def __call__(self, call: Call) -> str | None:
        self.seen.append(call.name)
        if self.number or not self.strikes():
            return None
        for how in HOWS:
            # Losing the answer to a read is like not having read.
            if (how == "before" or not READS.match(call.name)) and self._born(how):
                return how
        return None

    @property
    def is_child(self) -> bool:
        return self.number > 0

    def struck_after(self, name: str) -> bool:
        """Whether it struck right after a call was made, before what came of it was written down."""
        last = self.number - (2 if self.how == "before" else 1)
        return self.is_child and last >= 0 and self.seen[last] == name

    def __str__(self) -> str:
        return f"{self.how} call {self.number}, {self.seen[self.number - 1]}"

    def _born(self, how: str) -> bool:
        """Whether this is the child. The parent waits for it."""
        reads, writes = os.pipe()
        with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # no thread takes part in tests
            child = os.fork()
        if child == 0:
            os.close(reads)
            self.number, self.how, self._pipe = len(self.seen), how, writes
            return True
        os.close(writes)
        with os.fdopen(reads) as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        if said or status:
            self.told.append(said or f"{how} call {len(self.seen)}, {self.seen[-1]}: it ended with {status}")
        return False

    def end(self, problem: BaseException | None) -> None:
        """The child says how it ended, and is no more."""
        with contextlib.suppress(OSError):
            os.write(self._pipe, f"{self}: {problem!r}".encode() if problem else b"")
        os._exit(0)


def survived(act: Callable[[Fault], Any], strikes: Callable[[], bool]) -> Fault:
    """`act` without a fault, and once with each: nobody's children come back from here."""
    gc.collect()
    gc.freeze()  # what is there already is not copied by a child's collector
    fault = Fault(strikes)
    try:
        act(fault)
    except BaseException as error:
        if fault.is_child:
            fault.end(error)
        raise
    finally:
        gc.unfreeze()
    if fault.is_child:
        fault.end(None)
    return fault
