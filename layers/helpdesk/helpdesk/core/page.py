"""The page of a ticket is composed: what a capability shows there is a part of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Iterable, Sequence

    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor


class Seen(Struct, frozen=True, kw_only=True):
    """A ticket that somebody looks at, with a slice of its timeline."""

    ticket: Ticket
    entries: Sequence[Entry]
    earlier: str | None
    """What continues the timeline before them."""
    by: Actor
    base: str
    """Where who looks finds the ticket in the API."""
    desk: Desk


class Part(Struct, frozen=True, kw_only=True, eq=False):
    """Some fields of a page."""

    fields: type[Struct]
    """What they are."""
    of: Callable[[Seen], Struct]
    """Makes them."""


def composed(parts: Iterable[Part], seen: Seen) -> dict[str, Any]:
    """The fields of all parts."""
    return {name: value for part in parts for name, value in asdict(part.of(seen)).items()}
