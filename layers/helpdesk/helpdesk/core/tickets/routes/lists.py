"""Lists of tickets, as part of the tickets API."""

from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.actions import lists
from helpdesk.core.tickets.actions.lists import FILTER_REQUESTS, LARGE
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules.listing import WaitsFor
from helpdesk.core.tickets.views.cards import TicketPage, card_view
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Instant, PageSize, Request
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Priority

Who = Annotated[str, Field(max_length=64)]

WORDS: Final = "Each stands in the number, the subject, or the name of the requester or assignee, if only as a part."

LISTS: Final = (
    "Staff name a team, an assignee, a requester or an organization; all else narrows it, over the whole list. Of that "
    f"at most {FILTER_REQUESTS * LARGE} tickets are looked at for a page, which says how many it was: it may hold less "
    "than `limit`, or nothing, and goes on while there is a cursor."
)


class ListQuery(Request):
    team: Who | None = None
    assignee: Who | None = None
    requester: Who | None = None
    organization: Annotated[str, Field(max_length=128)] | None = None
    phase: Phase | None = None
    priority: Priority | None = None
    tag: Annotated[str, Field(max_length=64)] | None = None
    channel: Channel | None = None
    waits_for: Annotated[WaitsFor | None, Field(description="Whose turn it is.")] = None
    due_before: Annotated[Instant | None, Field(description="The next deadline comes before.")] = None
    missed: Annotated[bool, Field(description="A deadline has passed.")] = False
    words: Annotated[str | None, Field(max_length=100, description=WORDS)] = None
    needs_work: Annotated[bool, Field(description="Neither solved nor closed.")] = False
    shelf: Annotated[str, Field(max_length=14, pattern=r"^(live|closed-[0-9]{4}-[0-9]{2})$")] = "live"
    cursor: Cursor | None = None
    limit: PageSize = 25


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets", description=LISTS, responses=api.gives(TicketPage))
    def list_tickets(wanted: Annotated[ListQuery, Parameters()]) -> Answer:
        by = caller(api)
        pages = cursors.pages(api.desk(), by, "tickets", wanted)
        query = wanted.model_dump() | {"cursor": pages.position(wanted.cursor)}
        asked = lists.Query(**query)
        found = lists.listed(api.desk(), by, asked)
        items = [card_view(card, by, takes_part=lists.takes_part(by, asked, card)) for card in found.items]
        return answer(TicketPage(items=items, cursor=pages.cursor(found.cursor), looked_at=found.looked_at))
