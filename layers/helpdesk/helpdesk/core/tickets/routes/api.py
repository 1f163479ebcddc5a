"""What routes about tickets share: drafts in, tickets out."""

from collections.abc import Callable
from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query
from msgspec.structs import replace
from pydantic import BaseModel

from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Outcome, Wish
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.core.tickets.views.page import TicketViews
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge import cursors, http
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, etag, if_match, once, problem
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import TicketId

Before = Annotated[Cursor | None, Query()]


class TicketApi(Api):
    """It shows tickets by given `views`, and answers an old If-Match with the newer ticket, so that the caller need not
    ask for it.
    """

    def __init__(self, desk: Callable[[], Desk], views: TicketViews) -> None:
        super().__init__(desk)
        self.views = views
        self.exception_handler(StaleError)(self._stale)

    def _stale(self, error: StaleError) -> Answer:
        newer = self.view(Outcome(ticket=error.current), error.by)
        refusal = problem(412, error.code, str(error), model=self.views.newer, current=newer)
        refusal.headers["ETag"] = etag(error.current.revision)
        return refusal

    def gives(self, model: type[BaseModel], status: int = 200) -> dict[int, Any]:
        """As for any route; and what a caller gets whose If-Match is old."""
        newer = {"description": "The ticket moved on", "content": {http.PROBLEM: {"model": self.views.newer}}}
        return http.gives(model, status) | {412: newer}

    def wish(self, ticket_id: str, payload: BaseModel) -> Wish:
        """What a request to change a ticket says beside its payload: who, on which revision, under which key."""
        which = access.named(ticket_id)
        by = self._acting(which)
        return Wish(ticket_id=which, by=by, revision=if_match(self), once=once(self, by, payload))

    def _acting(self, ticket_id: TicketId) -> Actor:
        """Who calls, as the ticket knows them. For those who were joined of several it is looked at: one request."""
        by = caller(self)
        ticket = next(iter(self.desk().tickets.heads([ticket_id])), None) if by.ids[1:] and not by.is_staff else None
        return access.as_of(by, ticket) if ticket else by

    def view(self, outcome: Outcome, by: Actor) -> View:
        """The ticket after a change. Its timeline holds the entries of this change; the rest is read with GET."""
        return self.views.show(self.desk(), Page(ticket=outcome.ticket, entries=outcome.entries, earlier=None), by)

    def shown(self, ticket_id: TicketId, by: Actor, before: str | None) -> Answer:
        """The ticket with the part of its timeline that the cursor leads to, or the newest."""
        desk, pages = self.desk(), cursors.pages(self.desk(), by, f"timeline of {ticket_id}", field="before")
        page = tickets.read(desk, by, ticket_id, pages.position(before))
        page = replace(page, earlier=pages.cursor(page.earlier))
        return answer(self.views.show(desk, page, access.as_of(by, page.ticket)), page.ticket.revision)

    def changed(self, outcome: Outcome, by: Actor, status: int = 200) -> Answer:
        return answer(self.view(outcome, by), outcome.ticket.revision, status)
