"""An inbox: for each ticket, what somebody was told of it, until they are done with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.errors import InvalidError, MovedError
from helpdesk.foundation.kernel.refusals import PASSED, reason
from helpdesk.foundation.kernel.vocabulary import TicketId

KEPT: Final = timedelta(days=90)
"""After what came last."""

MOST_NOTES: Final = 20

MOST_KNOWN: Final = 50

MOST_COUNTED: Final = 100


LATEST: Final = timedelta(days=60)

UNTIL_WHEN: Final = reason("until_when", "must say until when")

TOO_LATE: Final = reason("too_late", "may be at most {days} days away")


class Place(StrEnum):
    OPEN = "open"
    DONE = "done"
    LATER = "later"


class InboxMovedError(MovedError):
    """More came of this ticket, or it was put away in another window."""

    code = "inbox_moved"


class Note(Struct, frozen=True, kw_only=True):
    """Something that somebody was told of: no word of it is kept, it is in the ticket."""

    entry: str
    concern: Concern
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.entry}#{self.concern}"


class Heap(Struct, frozen=True, kw_only=True):
    """What somebody was told of one ticket."""

    ticket: TicketId
    revision: int = 0
    """Counts what happened to it."""
    notes: tuple[Note, ...] = ()
    """The newest last. Those they are done with stay until others come, so that done can be undone."""
    known: tuple[str, ...] = ()
    """Notes that came, so that one that is delivered again is none."""
    stands_at: datetime | None = None
    """Where it stands in the inbox, the newest first: before that instant it is not there. None when it is done."""


def come(heap: Heap, note: Note, now: datetime) -> Heap:
    """With one more, which brings back what was put away; as it is when that came before."""
    if note.key in heap.known:
        return heap
    open_ones = heap.notes if heap.stands_at else ()
    return replace(
        heap,
        revision=heap.revision + 1,
        notes=(*open_ones, note)[-MOST_NOTES:],
        known=(*heap.known, note.key)[-MOST_KNOWN:],
        stands_at=now,
    )


def seen(heap: Heap, revision: int | None) -> Heap:
    """The heap, for who changes what they saw; InboxMovedError when it is another now."""
    if revision is not None and revision != heap.revision:
        raise InboxMovedError(f"There is more of {heap.ticket} now.")
    return heap


def placed(heap: Heap, place: Place, until: datetime | None, now: datetime) -> Heap:
    """Done with, put off or back; InvalidError for an instant that cannot be."""
    stands_at = None
    if place is Place.OPEN:
        stands_at = heap.notes[-1].at
    elif place is Place.LATER:
        stands_at = _checked(until, now)
    return heap if stands_at == heap.stands_at else replace(heap, revision=heap.revision + 1, stands_at=stands_at)


def _checked(until: datetime | None, now: datetime) -> datetime:
    if until is None:
        raise InvalidError.at("until", UNTIL_WHEN())
    if until <= now:
        raise InvalidError.at("until", PASSED())
    if until > now + LATEST:
        raise InvalidError.at("until", TOO_LATE(days=LATEST.days))
    return until
