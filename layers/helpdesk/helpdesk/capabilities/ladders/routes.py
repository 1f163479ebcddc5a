"""Somebody answers for a ticket that escalates."""

from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.ladders.requests import Acknowledgement
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/acknowledgements", responses=api.gives(api.views.staff, 201))
    def acknowledge_ticket(ticket_id: Which, said: Acknowledgement) -> Answer:
        wish = api.wish(ticket_id, said)
        return api.changed(ladders.acknowledge(api.desk(), wish), wish.by, 201)
