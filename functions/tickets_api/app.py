"""Tickets for people who are signed in: staff and requesters."""

from functools import partial

from helpdesk.actions import attachments, intake, tickets
from helpdesk.domain import access
from helpdesk.entrypoints import (
    clock_views,
    level_note_routes,
    list_routes,
    presenting,
    report_routes,
    routing_routes,
    views,
)
from helpdesk.entrypoints import requests as asked
from helpdesk.entrypoints import tickets as shared
from helpdesk.entrypoints.http import Answer, answer, caller, once, person, served
from helpdesk.entrypoints.runtime import desk

api = shared.ticket_api()
_call = partial(shared.call_of, api)


@api.post("/api/tickets", responses=shared.gives(views.Created, 201))
def open_ticket(draft: asked.TicketDraft) -> Answer:
    who = person(api)
    by = who.as_actor()
    wanted, sender = shared.staff_draft(draft, who)
    return shared.created(intake.open_ticket(desk(), wanted, sender, by, once(api, by, draft)), by)


@api.get("/api/tickets/<ticket_id>", responses=shared.gives(views.Ticket))
def read_ticket(ticket_id: str, before: shared.Before = None) -> Answer:
    by = caller(api)
    return shared.shown(tickets.read(desk(), by, shared.named(ticket_id), before), by)


@api.patch("/api/tickets/<ticket_id>", responses=shared.gives(views.Ticket))
def update_ticket(ticket_id: str, change: asked.TicketChange) -> Answer:
    call = _call(ticket_id, change)
    return shared.changed(tickets.update(desk(), call, change.model_dump(exclude_unset=True)), call.by)


@api.post("/api/tickets/<ticket_id>/messages", responses=shared.gives(views.Ticket, 201))
def add_message(ticket_id: str, draft: asked.MessageDraft) -> Answer:
    call = _call(ticket_id, draft)
    return shared.changed(tickets.write(desk(), call, shared.message_of(draft, call.by)), call.by, 201)


@api.post("/api/tickets/<ticket_id>/transitions", responses=shared.gives(views.Ticket))
def move_ticket(ticket_id: str, wanted: asked.Transition) -> Answer:
    call = _call(ticket_id, wanted)
    outcome = tickets.move(desk(), call, wanted.state, wanted.reason, wanted.until, wanted.vendor)
    return shared.changed(outcome, call.by)


@api.post("/api/tickets/<ticket_id>/escalations", responses=shared.gives(views.Ticket, 201))
def escalate_ticket(ticket_id: str, wanted: asked.Escalation) -> Answer:
    call = _call(ticket_id, wanted)
    return shared.changed(tickets.escalate(desk(), call, wanted.level, wanted.reason, wanted.tried), call.by, 201)


@api.post("/api/tickets/<ticket_id>/acknowledgements", responses=shared.gives(views.Ticket, 201))
def acknowledge_ticket(ticket_id: str, said: asked.Acknowledgement) -> Answer:
    call = _call(ticket_id, said)
    return shared.changed(tickets.acknowledge(desk(), call), call.by, 201)


@api.post("/api/tickets/<ticket_id>/de-escalations", responses=shared.gives(views.Ticket, 201))
def deescalate_ticket(ticket_id: str, wanted: asked.Deescalation) -> Answer:
    call = _call(ticket_id, wanted)
    note = level_note_routes.of_answer(wanted)
    outcome = tickets.deescalate(desk(), call, wanted.level, wanted.answer, needless=wanted.needless, note=note)
    return shared.changed(outcome, call.by, 201)


@api.get("/api/tickets/<ticket_id>/clocks", responses=shared.gives(clock_views.Clocks))
def explain_clocks(ticket_id: str) -> Answer:
    ticket = access.workable_by(caller(api), desk().tickets.get(shared.named(ticket_id)))
    return answer(presenting.explained(ticket, desk().settings.sla(), desk().clock.now()), ticket.revision)


@api.get("/api/tickets/<ticket_id>/attachments/<attachment_id>", responses=shared.gives(views.Download))
def download(ticket_id: str, attachment_id: str, version: int | None = None) -> Answer:
    url = tickets.attachment_link(desk(), caller(api), shared.named(ticket_id), attachment_id, version)
    return answer(views.Download(url=url, expires_at=desk().clock.wall() + tickets.LINK_LIFETIME))


@api.post("/api/uploads", responses=shared.gives(views.Upload, 201))
def offer_upload(wanted: asked.UploadRequest) -> Answer:
    return shared.offered(attachments.offer(desk(), caller(api).id, wanted.size))


for routes in (list_routes, routing_routes, level_note_routes, report_routes):
    routes.added_to(api)
handler = served(api)
