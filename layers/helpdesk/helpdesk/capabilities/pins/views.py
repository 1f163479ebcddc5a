"""What the API gives of pins."""

from datetime import datetime

from helpdesk.core.record import pins
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View


class Pin(View):
    """The note at the top of a ticket: who put it there, and when."""

    text: str
    by: PersonRef
    at: datetime


def pin_view(pin: pins.Pin | None) -> Pin | None:
    return Pin(text=pin.text, by=PersonRef(id=pin.by, name=pin.name), at=pin.at) if pin else None
