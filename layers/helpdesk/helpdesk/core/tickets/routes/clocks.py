"""Why a ticket's deadlines are what they are."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.views import Clocks, explained
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Which

ClockName = Annotated[str, Query(max_length=120)]
Generation = Annotated[int, Query(ge=1, le=1_000_000)]


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets/<ticket_id>/clocks", responses=api.gives(Clocks))
    def explain_clocks(
        ticket_id: Which, clock: ClockName | None = None, before_generation: Generation | None = None
    ) -> Answer:
        """Those that the ticket shows; with a clock and one of its generations, those of it that ended before that."""
        desk = api.desk()
        ticket = access.workable_by(caller(api), desk.tickets.get(access.named(ticket_id)))
        return answer(
            explained(ticket, book_of(desk.settings), desk.clock.now(), clock, before_generation), ticket.revision
        )
