"""What a ticket knows of the mail it came by, and facts, for staff alone, about mail: what did not arrive, and what was
asked for by mail and not done.
"""

from typing import Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class MailReturned(Event, frozen=True, kw_only=True):
    """A mail did not arrive, or its reader complained of it. Nothing more is sent to an address that is `lost`.

    One to people outside, who have no `to`, stands in a conversation of the `side`.
    """

    to: PersonId
    letter: str
    complained: bool = False
    lost: bool = False
    side: str | None = None


class CommandRefused(Event, frozen=True, kw_only=True):
    """What somebody who works here asked for above a reply by mail was not done; the reply itself was taken."""

    to: PersonId
    command: str
    why: str
    """The code of the refusal."""


class Mailed(Struct, frozen=True, kw_only=True):
    mailbox: str
    """By its id in the settings."""
    related: TicketId | None = None
    """A ticket that its mail seems to be about, of whose people its sender is not."""


FACTS: Final = (MailReturned, CommandRefused)


def after(mailed: Mailed | None, _: Head, entry: Entry) -> Mailed | None:
    match entry.event:
        case TicketCreated(mailbox=str(mailbox), related=related):
            return Mailed(mailbox=mailbox, related=related)
    return mailed
