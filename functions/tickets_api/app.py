"""Tickets for people who are signed in: staff and requesters."""

from functools import partial

from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import Ticket
from helpdesk.capabilities.assignment import routes as routing_routes
from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments import routes as attachments_routes
from helpdesk.capabilities.attachments.requests import UploadRequest
from helpdesk.capabilities.attachments.views import Download, Upload
from helpdesk.capabilities.ladders import actions as ladders
from helpdesk.capabilities.ladders.requests import Acknowledgement
from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.levels.requests import Deescalation, Escalation
from helpdesk.capabilities.levels.routes import notes as level_note_routes
from helpdesk.capabilities.levels.routes import reports as report_routes
from helpdesk.capabilities.levels.routes.notes import of_answer
from helpdesk.channels.intake import requests as intake
from helpdesk.channels.intake import routes as intake_routes
from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.requests import TicketDraft
from helpdesk.channels.intake.views import Created
from helpdesk.core.clocks import views as clocks
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.views import Clocks
from helpdesk.core.directory.routes import caller, person
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.requests import MessageDraft, TicketChange, Transition
from helpdesk.core.tickets.routes import lists as list_routes
from helpdesk.core.tickets.routes import shared
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.http import Answer, answer, once, served

api = shared.ticket_api()
_wish = partial(shared.wish_of, api)


@api.post("/api/tickets", responses=shared.gives(Created, 201))
def open_ticket(draft: TicketDraft) -> Answer:
    who = person(api)
    by = who.as_actor()
    wanted, sender = intake.staff_draft(draft, who)
    return intake_routes.created(opening.open_ticket(desk(), wanted, sender, by, once(api, by, draft)), by)


@api.get("/api/tickets/<ticket_id>", responses=shared.gives(Ticket))
def read_ticket(ticket_id: str, before: shared.Before = None) -> Answer:
    by = caller(api)
    return shared.shown(tickets.read(desk(), by, shared.named(ticket_id), before), by)


@api.patch("/api/tickets/<ticket_id>", responses=shared.gives(Ticket))
def update_ticket(ticket_id: str, change: TicketChange) -> Answer:
    wish = _wish(ticket_id, change)
    return shared.changed(tickets.update(desk(), wish, change.model_dump(exclude_unset=True)), wish.by)


@api.post("/api/tickets/<ticket_id>/messages", responses=shared.gives(Ticket, 201))
def add_message(ticket_id: str, draft: MessageDraft) -> Answer:
    wish = _wish(ticket_id, draft)
    return shared.changed(tickets.write(desk(), wish, shared.message_of(draft, wish.by)), wish.by, 201)


@api.post("/api/tickets/<ticket_id>/transitions", responses=shared.gives(Ticket))
def move_ticket(ticket_id: str, wanted: Transition) -> Answer:
    wish = _wish(ticket_id, wanted)
    outcome = tickets.move(desk(), wish, wanted.state, wanted.reason, wanted.until, wanted.vendor)
    return shared.changed(outcome, wish.by)


@api.post("/api/tickets/<ticket_id>/escalations", responses=shared.gives(Ticket, 201))
def escalate_ticket(ticket_id: str, wanted: Escalation) -> Answer:
    wish = _wish(ticket_id, wanted)
    return shared.changed(escalation.escalate(desk(), wish, wanted.level, wanted.reason, wanted.tried), wish.by, 201)


@api.post("/api/tickets/<ticket_id>/acknowledgements", responses=shared.gives(Ticket, 201))
def acknowledge_ticket(ticket_id: str, said: Acknowledgement) -> Answer:
    wish = _wish(ticket_id, said)
    return shared.changed(ladders.acknowledge(desk(), wish), wish.by, 201)


@api.post("/api/tickets/<ticket_id>/de-escalations", responses=shared.gives(Ticket, 201))
def deescalate_ticket(ticket_id: str, wanted: Deescalation) -> Answer:
    wish = _wish(ticket_id, wanted)
    note = of_answer(wanted)
    outcome = escalation.deescalate(desk(), wish, wanted.level, wanted.answer, needless=wanted.needless, note=note)
    return shared.changed(outcome, wish.by, 201)


@api.get("/api/tickets/<ticket_id>/clocks", responses=shared.gives(Clocks))
def explain_clocks(ticket_id: str) -> Answer:
    ticket = access.workable_by(caller(api), desk().tickets.get(shared.named(ticket_id)))
    return answer(clocks.explained(ticket, book_of(desk().settings), desk().clock.now()), ticket.revision)


@api.get("/api/tickets/<ticket_id>/attachments/<attachment_id>", responses=shared.gives(Download))
def download(ticket_id: str, attachment_id: str, version: int | None = None) -> Answer:
    url = attachments.attachment_link(desk(), caller(api), shared.named(ticket_id), attachment_id, version)
    return answer(Download(url=url, expires_at=desk().clock.wall() + attachments.LINK_LIFETIME))


@api.post("/api/uploads", responses=shared.gives(Upload, 201))
def offer_upload(wanted: UploadRequest) -> Answer:
    return attachments_routes.offered(attachments.offer(desk(), caller(api).id, wanted.size))


for routes in (list_routes, routing_routes, level_note_routes, report_routes):
    routes.added_to(api)
handler = served(api)
