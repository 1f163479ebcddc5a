"""Why a ticket is where it is."""

from helpdesk.capabilities.assignment.actions import line
from helpdesk.capabilities.reasons import actions as explaining
from helpdesk.capabilities.reasons.views import Routing, routing_view
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets/<ticket_id>/routing", responses=api.gives(Routing))
    def explain_routing(ticket_id: Which) -> Answer:
        found = explaining.why(api.desk(), caller(api), access.named(ticket_id))
        place = line.place_in_line(api.desk(), found.ticket)
        return answer(routing_view(found, place), found.ticket.revision)
