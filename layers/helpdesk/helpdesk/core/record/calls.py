"""How a requester can be reached otherwise than by mail."""

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import TicketCreated


class Caller(Struct, frozen=True, kw_only=True):
    phone: str | None = None
    """The number they called from, or are called at."""
    unaddressed: bool = False
    """They had no mail address when the ticket was opened."""


def after(caller: Caller | None, _: Head, entry: Entry) -> Caller | None:
    match entry.event:
        case TicketCreated(unaddressed=unaddressed):
            phone = (entry.personal or Personal()).phone
            return Caller(phone=phone, unaddressed=bool(unaddressed)) if phone or unaddressed else None
    return caller
