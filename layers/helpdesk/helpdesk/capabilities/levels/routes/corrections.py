"""Tickets that were routed to the wrong team or level."""

from helpdesk.capabilities.levels.actions.correction import correct_routing
from helpdesk.capabilities.levels.requests import RoutingCorrection
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import TeamId


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/routing-corrections", responses=api.gives(api.views.staff, 201))
    def correct_routing_of_ticket(ticket_id: Which, wanted: RoutingCorrection) -> Answer:
        wish, team = api.wish(ticket_id, wanted), TeamId(wanted.team) if wanted.team else None
        outcome = correct_routing(api.desk(), wish, team, wanted.level, wanted.reason)
        return api.changed(outcome, wish.by, 201)
