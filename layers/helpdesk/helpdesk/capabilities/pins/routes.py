"""The note at the top of a ticket, for people who are signed in."""

from helpdesk.capabilities.pins import actions as pins
from helpdesk.capabilities.pins.requests import PinDraft
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.put("/api/tickets/<ticket_id>/pin", responses=api.gives(api.views.staff))
    def pin_note(ticket_id: Which, draft: PinDraft) -> Answer:
        wish = api.wish(ticket_id, draft)
        return api.changed(pins.pin(api.desk(), wish, draft.text), wish.by)
