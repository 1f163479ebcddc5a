"""One ticket, for people who are signed in."""

from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.requests import MessageDraft, TicketChange, Transition
from helpdesk.core.tickets.routes.api import Before, TicketApi
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.actors import Actor


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets/<ticket_id>", responses=api.gives(api.views.staff))
    def read_ticket(ticket_id: Which, before: Before = None) -> Answer:
        return api.shown(access.named(ticket_id), caller(api), before)

    @api.patch("/api/tickets/<ticket_id>", responses=api.gives(api.views.staff))
    def update_ticket(ticket_id: Which, change: TicketChange) -> Answer:
        wish = api.wish(ticket_id, change)
        return api.changed(tickets.update(api.desk(), wish, change.model_dump(exclude_unset=True)), wish.by)

    @api.post("/api/tickets/<ticket_id>/messages", responses=api.gives(api.views.staff, 201))
    def add_message(ticket_id: Which, draft: MessageDraft) -> Answer:
        wish = api.wish(ticket_id, draft)
        return api.changed(tickets.write(api.desk(), wish, _message(draft, wish.by)), wish.by, 201)

    @api.post("/api/tickets/<ticket_id>/transitions", responses=api.gives(api.views.staff))
    def move_ticket(ticket_id: Which, wanted: Transition) -> Answer:
        wish = api.wish(ticket_id, wanted)
        outcome = tickets.move(api.desk(), wish, wanted.state, wanted.reason, wanted.until, wanted.vendor)
        return api.changed(outcome, wish.by)


def _message(wanted: MessageDraft, by: Actor) -> Message:
    files = tuple(upload.of_session(by.id) for upload in wanted.attachments)
    body, html = wanted.written(files)
    return Message(
        body=body,
        html=html,
        visibility=wanted.visibility,
        channel=wanted.channel,
        noted=not wanted.channel.is_ours,
        attachments=files,
        state=wanted.state,
        cc=tuple(invitation.meant for invitation in wanted.cc),
        bcc=tuple(invitation.meant for invitation in wanted.bcc),
    )
