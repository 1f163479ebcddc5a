"""What search knows of a thing that can be found: its words, its marks, and where it stands for the door."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zlib import crc32

from msgspec import Struct

from helpdesk.core.tickets.rules.access import Place
from helpdesk.core.tickets.rules.listing import Card

FACETS: Final = ("state", "team", "priority", "organization")
"""The marks that can be counted."""

ASSIGNEE: Final = "assignee"
"""Counted too, where somebody asks for it: it is no column of the index, but a door to it."""


class Passage(Struct, frozen=True, kw_only=True):
    """Words of one writer. `language` is what they are written in, where that is known."""

    text: str
    language: str | None = None
    internal: bool = False


class Mark(Struct, frozen=True, kw_only=True):
    """What is known of it beside its words, under the name of the operator that asks for it: `team`, `from`, `tag`.

    It is found by its `value` as a whole, and by each word of value and `words`: a name, an address. Who asks or takes
    part finds by public marks alone.
    """

    field: str
    value: str
    words: str = ""
    public: bool = False


class Document(Struct, frozen=True, kw_only=True):
    id: str
    kind: str = "ticket"
    version: int
    """Of two documents with one id the higher is the later one, in whatever order they come."""
    created: datetime
    """Never changes: it says in which index it stands, and orders what is found."""
    at: datetime
    due: datetime | None = None
    """The next thing that was promised of it."""
    solved: datetime | None = None
    """Since when it is."""
    title: str
    language: str | None = None
    """Of the title."""
    texts: tuple[Passage, ...] = ()
    marks: tuple[Mark, ...] = ()
    place: Place
    card: Card | None = None
    """What a list shows of it, as of its version."""


SPANS: Final = ("created", "changed", "due", "solved")
"""The instants that can be asked for."""

STAFF_SPANS: Final = frozenset({"due"})

_EPOCH: Final = datetime.fromtimestamp(0, UTC)

_CLASHING: Final = 22  # bits; two of one millisecond are told apart by so much of their ids

_CLASHING_DUE: Final = 29  # of one second

_UNDUE: Final = 1 << 62  # higher than any second of the next hundred years


def order_of(document: Document) -> int:
    """Its place among all, by when it was created: no two have the same, whatever their index."""
    return first_order(document.created) | _told_apart(document, _CLASHING)


def first_order(at: datetime) -> int:
    """The lowest place that something created then can have."""
    return (at - _EPOCH) // timedelta(milliseconds=1) << _CLASHING


def changed_order(document: Document) -> int:
    """The same by when it changed last."""
    return first_order(document.at) | _told_apart(document, _CLASHING)


def due_order(document: Document) -> int:
    """By what was promised, the first first; behind all of them those without a promise, the newest first."""
    if document.due:
        return first_due(document.due) | _told_apart(document, _CLASHING_DUE)
    return _UNDUE + (_UNDUE - 1 - (order_of(document) >> 1))


def first_due(at: datetime) -> int:
    return (at - _EPOCH) // timedelta(seconds=1) << _CLASHING_DUE


def bounds(field: str, since: datetime | None, until: datetime | None) -> tuple[int | None, int | None]:
    """The span in the numbers of its field: from the first on, and before the second."""
    first = first_due if field == "due" else first_order
    upper = first(until) if until else None
    if field == "due" and upper is None:
        upper = _UNDUE
    return (first(since) if since else None), upper


def _told_apart(document: Document, bits: int) -> int:
    return crc32(document.id.encode()) & ((1 << bits) - 1)
