"""What was said last on a ticket, as far as a line of a list has room for it."""

from typing import Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.kernel.vocabulary import Visibility

LONGEST: Final = 100
"""Signs that are kept."""

LARGEST: Final = 140
"""Bytes of them: they are stored with the head and once more with its card, and both fit into a kilobyte."""

LOOKED_AT: Final = 2_000
"""Signs of a message among which its beginning is found, whatever stands above it."""


class Latest(Struct, frozen=True, kw_only=True):
    """The beginning of the last message that its requester can read. Its words are those of its entry: erased there, a
    head made anew has none of them.
    """

    text: str


def after(latest: Latest | None, _: Head, entry: Entry) -> Latest | None:
    match entry.event:
        case TicketCreated() | MessageAdded(visibility=Visibility.PUBLIC):
            text = beginning((entry.personal or Personal()).body or "")
            return Latest(text=text) if text else None
    return latest


def beginning(text: str) -> str:
    """In one line, without what was quoted."""
    own = (line for line in text[:LOOKED_AT].splitlines() if not line.lstrip().startswith(">"))
    words = " ".join(" ".join(own).split())
    kept = words[:LONGEST].encode()[:LARGEST].decode(errors="ignore")
    return kept if kept == words else f"{kept.rstrip()}…"
