"""A ticket as it is read for what is derived from it: its head, and all entries up to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket


class Reading(Struct, frozen=True, kw_only=True):
    ticket: Ticket
    entries: Sequence[Entry]
    """In commit order."""
