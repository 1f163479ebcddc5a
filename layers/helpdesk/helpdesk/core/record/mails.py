"""What a ticket knows of the mail it came by. No fact is of it alone: the ticket's first one says so."""

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.foundation.kernel.vocabulary import TicketId


class Mailed(Struct, frozen=True, kw_only=True):
    mailbox: str
    """By its id in the settings."""
    related: TicketId | None = None
    """A ticket that its mail seems to be about, of whose people its sender is not."""


def after(mailed: Mailed | None, _: Head, entry: Entry) -> Mailed | None:
    match entry.event:
        case TicketCreated(mailbox=str(mailbox), related=related):
            return Mailed(mailbox=mailbox, related=related)
    return mailed
