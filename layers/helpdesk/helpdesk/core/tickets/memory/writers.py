"""What is written together with a change of a ticket, by those who own it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.errors import HelpdeskError, RateLimitedError
from helpdesk.foundation.platform.memory.table import MemoryTable


def _nothing(_: MemoryTable, __: Any) -> None:
    pass


class Writer(Struct, frozen=True, kw_only=True):
    check: Callable[[MemoryTable, Any], None] = _nothing
    """Raises what its owner refuses."""
    write: Callable[[MemoryTable, Any], None]


class Writers(Struct, frozen=True, kw_only=True):
    along: Mapping[type, Writer]
    """By the type of what goes along with a change."""
    beside: Sequence[Writer]
    """Of what is derived from the change itself."""

    def check(self, table: MemoryTable, change: Change, along: Sequence[object]) -> None:
        """Raises the first refusal; a conflict before a used-up limit."""
        refusals: list[HelpdeskError] = []
        for writer, value in self._all(change, along):
            try:
                writer.check(table, value)
            except HelpdeskError as error:
                refusals.append(error)
        if refusals:
            raise min(refusals, key=lambda refusal: isinstance(refusal, RateLimitedError))

    def write(self, table: MemoryTable, change: Change, along: Sequence[object]) -> None:
        for writer, value in self._all(change, along):
            writer.write(table, value)

    def _all(self, change: Change, along: Sequence[object]) -> list[tuple[Writer, object]]:
        return [(writer, change) for writer in self.beside] + [(self.along[type(value)], value) for value in along]
