"""What the API gives of pins."""

from datetime import datetime
from typing import Self

from helpdesk.core.page import Part, Seen
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View


class Pin(View):
    """The note at the top of a ticket: who put it there, and when."""

    text: str
    by: PersonRef
    at: datetime


class OnTicket(Part, frozen=True, kw_only=True):
    pin: Pin | None

    @classmethod
    def of(cls, seen: Seen) -> Self:
        pin = seen.ticket.pin
        return cls(pin=Pin(text=pin.text, by=PersonRef(id=pin.by, name=pin.name), at=pin.at) if pin else None)
