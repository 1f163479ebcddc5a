"""Ports of numbers: where rows are kept, and who counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.rules.row import Row
    from helpdesk.foundation.platform.ports import Packs

FORMAT: Final = 1
"""Of the rows: what was written in another one is made anew."""

Line = Mapping[str, Any]


class Packed(Struct, frozen=True, kw_only=True):
    """A file of rows, and how many are in it."""

    content: bytes
    rows: int


class Files(Protocol):
    """Rows as the content of one file, in which no ticket stands twice."""

    def packed(self, rows: Sequence[Row]) -> Packed: ...

    def gathered(self, contents: Iterable[bytes]) -> Packed:
        """Of each ticket the row that holds."""


class Counter(Protocol):
    """All rows on this worker, as of the packs that were there when it looked last."""

    def look(self) -> None:
        """Fetch what came since."""

    def find(self, lines: str, values: Mapping[str, object]) -> None:
        """Put aside, as one table `found`, what is asked of next: lines in SQL over one table `tickets`."""

    def ask(self, question: str, values: Mapping[str, object]) -> Sequence[Line]:
        """The lines of an answer in SQL."""


class NumbersPorts(Struct, frozen=True, kw_only=True):
    packs: Packs
    files: Files
    counter: Counter
