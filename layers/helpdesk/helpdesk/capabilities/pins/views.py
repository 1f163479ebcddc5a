"""What the API gives of pins."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.page import Part, Seen
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View


class Pin(View):
    """The note at the top of a ticket: who put it there, and when."""

    text: str
    by: PersonRef
    at: datetime


class OnTicket(Struct, frozen=True, kw_only=True):
    pin: Pin | None


def _on_ticket(seen: Seen) -> OnTicket:
    pin = seen.ticket.pin
    return OnTicket(pin=Pin(text=pin.text, by=PersonRef(id=pin.by, name=pin.name), at=pin.at) if pin else None)


PART: Final = Part(fields=OnTicket, of=_on_ticket)
