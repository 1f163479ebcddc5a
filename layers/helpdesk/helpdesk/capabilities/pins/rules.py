"""Pins: one note at the top of a ticket."""

from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.pins import NotePinned, NoteUnpinned
from helpdesk.core.record.ticket import Ticket


def pin(ticket: Ticket, text: str) -> list[Fact]:
    """Put a note to the top, in place of any that stands there; an empty one takes that away."""
    if text == (ticket.pin.text if ticket.pin else ""):
        return []
    if not text:
        return [Fact(event=NoteUnpinned())]
    return [Fact(event=NotePinned(), personal=Personal(body=text))]
