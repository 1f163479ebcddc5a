"""Facts about tickets that became as long as a ticket can be, and go on in another one."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.foundation.kernel.vocabulary import TicketId


class TicketContinued(Event, frozen=True, kw_only=True):
    """The ticket is as long as a ticket can be. What is said from now on stands in the one that is named."""

    ticket: TicketId

    @property
    def is_public(self) -> bool:
        return True


class Sequel(Struct, frozen=True, kw_only=True):
    follows: TicketId | None = None
    """The ticket it goes on from."""
    followed_by: TicketId | None = None
    """The ticket in which it goes on."""


FACTS: Final = (TicketContinued,)


def after(sequel: Sequel | None, _: Head, entry: Entry) -> Sequel | None:
    match entry.event:
        case TicketCreated(follows=str(ticket)):
            return Sequel(follows=ticket)
        case TicketContinued(ticket=ticket):
            return replace(sequel or Sequel(), followed_by=ticket)
    return sequel
