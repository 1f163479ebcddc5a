"""Tickets that go up a level."""

from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.levels.requests import Escalation
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/escalations", responses=api.gives(api.views.staff, 201))
    def escalate_ticket(ticket_id: Which, wanted: Escalation) -> Answer:
        wish = api.wish(ticket_id, wanted)
        outcome = escalation.escalate(api.desk(), wish, wanted.level, wanted.reason, wanted.tried)
        return api.changed(outcome, wish.by, 201)
