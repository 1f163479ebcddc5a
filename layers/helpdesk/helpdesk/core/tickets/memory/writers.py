"""What is written together with a change of a ticket, by those who own it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.errors import HelpdeskError, RateLimitedError
from helpdesk.foundation.platform.memory.table import MemoryTable


class Writer(Struct, frozen=True, kw_only=True):
    check: Callable[[MemoryTable, Any], None]
    """Raises what its owner refuses."""
    write: Callable[[MemoryTable, Any], None]


class Writers(Struct, frozen=True, kw_only=True):
    along: Mapping[type, Writer]
    """By the type of what goes along with a change."""
    beside: Sequence[Callable[[MemoryTable, Change], None]]
    """Of what is derived from the change itself."""

    def check(self, table: MemoryTable, along: Sequence[object]) -> None:
        """Raises the first refusal; a conflict before a used-up limit."""
        refusals: list[HelpdeskError] = []
        for value in along:
            try:
                self.along[type(value)].check(table, value)
            except HelpdeskError as error:
                refusals.append(error)
        if refusals:
            raise min(refusals, key=lambda refusal: isinstance(refusal, RateLimitedError))

    def write(self, table: MemoryTable, change: Change, along: Sequence[object]) -> None:
        for derive in self.beside:
            derive(table, change)
        for value in along:
            self.along[type(value)].write(table, value)
