"""Why a ticket's deadlines are what they are."""

from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.views import Clocks, explained
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi, named
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets/<ticket_id>/clocks", responses=api.gives(Clocks))
    def explain_clocks(ticket_id: Which) -> Answer:
        desk = api.desk()
        ticket = access.workable_by(caller(api), desk.tickets.get(named(ticket_id)))
        return answer(explained(ticket, book_of(desk.settings), desk.clock.now()), ticket.revision)
