"""What the ticket routes of both APIs share: drafts in, tickets out."""

import re
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query as Parameter
from pydantic import BaseModel

from helpdesk.assembly import ticket_page as presenting
from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import NewerTicket, RequesterTicket, Ticket
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.actions.change import Outcome, Wish
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.requests import MessageDraft
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.edge import http
from helpdesk.foundation.edge.http import Answer, answer, etag, if_match, once, problem, resolver
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, TicketId

Before = Annotated[str | None, Parameter(max_length=100)]


def ticket_api() -> APIGatewayHttpResolver:
    """A resolver that answers an old If-Match with the newer ticket, so that the caller need not ask for it."""
    api = resolver()
    api.exception_handler(StaleError)(_stale)
    return api


def _stale(error: StaleError) -> Answer:
    newer = _view(Outcome(ticket=error.current), error.by)
    refusal = problem(412, error.code, str(error), model=NewerTicket, current=newer)
    refusal.headers["ETag"] = etag(error.current.revision)
    return refusal


def named(ticket_id: str) -> TicketId:
    """The ticket an address names. What cannot be an id finds nothing; the table would refuse a very long key."""
    if not re.fullmatch(r"HD-[0-9A-Z]{8}", ticket_id):
        raise NotFoundError("ticket", ticket_id)
    return TicketId(ticket_id)


def gives(model: type[BaseModel], status: int = 200) -> dict[int, Any]:
    """As for any route; and what a caller gets whose If-Match is old."""
    newer = {"description": "The ticket moved on", "content": {http.PROBLEM: {"model": NewerTicket}}}
    return http.gives(model, status) | {412: newer}


def message_of(wanted: MessageDraft, by: Actor) -> Message:
    return Message(
        body=wanted.body,
        visibility=wanted.visibility,
        channel=Channel.PORTAL,
        attachments=tuple(upload.of_session(by.id) for upload in wanted.attachments),
        state=wanted.state,
    )


def wish_of(api: APIGatewayHttpResolver, ticket_id: str, payload: BaseModel) -> Wish:
    """What a request to change a ticket says beside its payload: who, on which revision, under which key."""
    by = caller(api)
    return Wish(ticket_id=named(ticket_id), by=by, revision=if_match(api), once=once(api, by, payload))


def base_of(by: Actor, ticket_id: str) -> str:
    return "/api/portal/ticket" if by.ticket_id else f"/api/tickets/{ticket_id}"


def view_of(page: Page, by: Actor) -> Ticket | RequesterTicket:
    base = base_of(by, page.ticket.id)
    if not by.is_staff:
        return presenting.for_requester(page, base)
    here, of = desk(), page.ticket.organization
    customer = here.organizations.find(of) if of else None
    return presenting.for_staff(page, base, here.settings.of(TERMS), book_of(here.settings), here.clock.now(), customer)


def shown(page: Page, by: Actor) -> Answer:
    return answer(view_of(page, by), page.ticket.revision)


def changed(outcome: Outcome, by: Actor, status: int = 200) -> Answer:
    """The ticket after a change. Its timeline holds the entries of this change; the rest is read with GET."""
    return answer(_view(outcome, by), outcome.ticket.revision, status)


def _view(outcome: Outcome, by: Actor) -> Ticket | RequesterTicket:
    return view_of(Page(ticket=outcome.ticket, entries=outcome.entries, earlier=None), by)
