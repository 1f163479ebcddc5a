"""Lists of tickets, as part of the tickets API."""

from typing import Annotated

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.actions import lists
from helpdesk.domain.vocabulary import Phase, Priority
from helpdesk.entrypoints import presenting, views
from helpdesk.entrypoints.http import Answer, answer, caller
from helpdesk.entrypoints.inputs import Request
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import gives

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
    shelf: Annotated[str, Field(pattern=r"^(live|closed-\d{4}-\d{2})$")] = "live"
    cursor: Annotated[str, Field(max_length=2000)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 25


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/tickets", responses=gives(views.TicketPage))
    def list_tickets(wanted: Annotated[ListQuery, Parameters()]) -> Answer:
        by = caller(api)
        listing = lists.listed(desk(), by, lists.Query(**wanted.model_dump()))
        items = [presenting.card_view(card, by) for card in listing.items]
        return answer(views.TicketPage(items=items, cursor=listing.cursor))

    return api
