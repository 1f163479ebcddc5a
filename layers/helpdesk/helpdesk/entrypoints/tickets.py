"""What the ticket routes of both APIs share: drafts in, tickets out."""

import re
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query as Parameter
from pydantic import BaseModel

from helpdesk.actions.intake import Sender
from helpdesk.actions.tickets import Call
from helpdesk.desk import Outcome
from helpdesk.domain import access
from helpdesk.domain.decisions import Draft, Message
from helpdesk.domain.errors import NotFoundError, StaleError
from helpdesk.domain.people import Actor, Person
from helpdesk.domain.vocabulary import Channel, Kind, Scale, TicketId
from helpdesk.entrypoints import http, presenting, views
from helpdesk.entrypoints import requests as asked
from helpdesk.entrypoints.http import Answer, answer, caller, etag, if_match, once, problem, resolver
from helpdesk.entrypoints.runtime import desk
from helpdesk.ports import Page, Upload

Before = Annotated[str | None, Parameter(max_length=100)]


def ticket_api() -> APIGatewayHttpResolver:
    """A resolver that answers an old If-Match with the newer ticket, so that the caller need not ask for it."""
    api = resolver()
    api.exception_handler(StaleError)(_stale)
    return api


def _stale(error: StaleError) -> Answer:
    newer = _view(Outcome(ticket=error.current), error.by)
    refusal = problem(412, error.code, str(error), model=views.NewerTicket, current=newer)
    refusal.headers["ETag"] = etag(error.current.revision)
    return refusal


def named(ticket_id: str) -> TicketId:
    """The ticket an address names. What cannot be an id finds nothing; the table would refuse a very long key."""
    if not re.fullmatch(r"HD-[0-9A-Z]{8}", ticket_id):
        raise NotFoundError("ticket", ticket_id)
    return TicketId(ticket_id)


def gives(model: type[BaseModel], status: int = 200) -> dict[int, Any]:
    """As for any route; and what a caller gets whose If-Match is old."""
    newer = {"description": "The ticket moved on", "content": {http.PROBLEM: {"model": views.NewerTicket}}}
    return http.gives(model, status) | {412: newer}


def draft_of(
    wanted: asked.TicketDraft | asked.PortalTicketDraft, channel: Channel, session: str, language: str
) -> Draft:
    kind = getattr(wanted, "kind", None) or (Kind.SERVICE_REQUEST if wanted.category == "question" else Kind.INCIDENT)
    return Draft(
        subject=wanted.subject,
        description=wanted.description,
        channel=channel,
        kind=kind,
        category=wanted.category,
        impact=wanted.impact or Scale.LOW,
        urgency=wanted.urgency or Scale.MEDIUM,
        language=language,
        organization=getattr(wanted, "organization", None),
        assets=_named_assets(wanted),
        attachments=tuple(upload.of_session(session) for upload in wanted.attachments),
    )


def _named_assets(wanted: asked.TicketDraft | asked.PortalTicketDraft) -> tuple[str, ...]:
    if isinstance(wanted, asked.TicketDraft):
        return wanted.assets
    return (wanted.asset,) if wanted.asset else ()


def staff_draft(wanted: asked.TicketDraft, who: Person) -> tuple[Draft, Sender]:
    """The draft and whom it is for: whoever calls, or, when staff say so, somebody else."""
    by = who.as_actor()
    if wanted.requester or wanted.kind or wanted.channel or wanted.organization:
        access.staff_only(by)
    draft = draft_of(wanted, wanted.channel or Channel.PORTAL, by.id, wanted.language or who.language)
    if wanted.requester is None:
        return draft, Sender(email=who.email, name=who.name, language=who.language)
    email, name = wanted.requester.email, wanted.requester.name
    return draft, Sender(email=email, name=name or email, language=draft.language)


def message_of(wanted: asked.MessageDraft, by: Actor) -> Message:
    return Message(
        body=wanted.body,
        visibility=wanted.visibility,
        channel=Channel.PORTAL,
        attachments=tuple(upload.of_session(by.id) for upload in wanted.attachments),
        state=wanted.state,
    )


def call_of(api: APIGatewayHttpResolver, ticket_id: str, payload: BaseModel) -> Call:
    """What a request to change a ticket says beside its payload: who, on which revision, under which key."""
    by = caller(api)
    return Call(ticket_id=named(ticket_id), by=by, revision=if_match(api), once=once(api, by, payload))


def offered(upload: Upload) -> Answer:
    return answer(views.Upload(id=upload.id, url=upload.url, fields=upload.fields), status=201)


def base_of(by: Actor, ticket_id: str) -> str:
    return "/api/portal/ticket" if by.ticket_id else f"/api/tickets/{ticket_id}"


def view_of(page: Page, by: Actor) -> views.Ticket | views.RequesterTicket:
    base = base_of(by, page.ticket.id)
    if not by.is_staff:
        return presenting.for_requester(page, base)
    here, of = desk(), page.ticket.organization
    customer = here.organizations.find(of) if of else None
    return presenting.for_staff(page, base, here.settings.desk(), here.settings.sla(), here.clock.now(), customer)


def shown(page: Page, by: Actor) -> Answer:
    return answer(view_of(page, by), page.ticket.revision)


def changed(outcome: Outcome, by: Actor, status: int = 200) -> Answer:
    """The ticket after a change. Its timeline holds the entries of this change; the rest is read with GET."""
    return answer(_view(outcome, by), outcome.ticket.revision, status)


def created(outcome: Outcome, by: Actor) -> Answer:
    ticket = outcome.ticket
    kind = views.Created if not by.ticket_id else views.PortalCreated
    view = kind(id=ticket.id, status_url=desk().status_link(ticket), ticket=_view(outcome, by))
    return answer(view, ticket.revision, 201, location=base_of(by, ticket.id))


def _view(outcome: Outcome, by: Actor) -> views.Ticket | views.RequesterTicket:
    return view_of(Page(ticket=outcome.ticket, entries=outcome.entries, earlier=None), by)
