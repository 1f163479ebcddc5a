"""What a ticket cost, for those who lead."""

from helpdesk.capabilities.numbers.actions import costing
from helpdesk.capabilities.numbers.views.cost import TicketCost, cost_view
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which


def added_to(api: Api) -> None:
    @api.get("/api/tickets/<ticket_id>/cost", responses=gives(TicketCost))
    def price(ticket_id: Which) -> Answer:
        """From its entries and mails, by the prices of the named month; for leads and administrators."""
        return answer(cost_view(costing.priced(api.desk(), caller(api), access.named(ticket_id))))
