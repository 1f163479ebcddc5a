"""Facts about the one note that stands at the top of a ticket, for staff alone."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.foundation.kernel.vocabulary import PersonId


class NotePinned(Event, frozen=True, kw_only=True):
    """A note stands at the top of the ticket from now on, in place of any that stood there."""


class NoteUnpinned(Event, frozen=True, kw_only=True):
    """No note stands at the top of the ticket any more."""


class Pin(Struct, frozen=True, kw_only=True):
    """The note at the top. Its words are those of its entry: erased there, a head made anew has no note."""

    text: str
    by: PersonId
    name: str
    at: datetime


FACTS: Final = (NotePinned, NoteUnpinned)


def after(pin: Pin | None, _: Head, entry: Entry) -> Pin | None:
    match entry.event:
        case NotePinned():
            return _pinned(entry)
        case NoteUnpinned():
            return None
    return pin


def _pinned(entry: Entry) -> Pin | None:
    words = entry.personal
    if words is None or not words.body:
        return None
    return Pin(text=words.body, by=PersonId(entry.actor.id), name=words.author or "", at=entry.at)
