"""What is written in the same transaction as a change of a ticket, by those who own it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write


class Writers(Struct, frozen=True, kw_only=True):
    """Each makes writes; none is made for nothing."""

    along: Mapping[str, Callable[[Tables, Any], Sequence[Write]]]
    """By the name of the type of what goes along with a change: what does not is not imported."""
    beside: Sequence[Callable[[Tables, Change], Sequence[Write]]]
    """Of what is derived from the change itself."""

    def writes(self, tables: Tables, change: Change, along: Sequence[object]) -> list[Write]:
        derived = [write for each in self.beside for write in each(tables, change)]
        return derived + [write for value in along for write in self.along[type(value).__name__](tables, value)]
