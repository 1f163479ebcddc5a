"""Lists of tickets, as part of the tickets API."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.actions import lists
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.views.cards import TicketPage, card_view
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import PageSize, Request
from helpdesk.foundation.kernel.vocabulary import Phase, Priority

Who = Annotated[str, Field(max_length=64)]


class ListQuery(Request):
    """`needs_work` leaves out what is solved or closed."""

    team: Who | None = None
    assignee: Who | None = None
    requester: Who | None = None
    organization: Annotated[str, Field(max_length=128)] | None = None
    phase: Phase | None = None
    priority: Priority | None = None
    needs_work: bool = False
    shelf: Annotated[str, Field(max_length=14, pattern=r"^(live|closed-[0-9]{4}-[0-9]{2})$")] = "live"
    cursor: Cursor | None = None
    limit: PageSize = 25


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets", responses=api.gives(TicketPage))
    def list_tickets(wanted: Annotated[ListQuery, Parameters()]) -> Answer:
        by = caller(api)
        pages = cursors.pages(api.desk(), by, "tickets", wanted)
        query = wanted.model_dump() | {"cursor": pages.position(wanted.cursor)}
        listing = lists.listed(api.desk(), by, lists.Query(**query))
        items = [card_view(card, by) for card in listing.items]
        return answer(TicketPage(items=items, cursor=pages.cursor(listing.cursor)))
