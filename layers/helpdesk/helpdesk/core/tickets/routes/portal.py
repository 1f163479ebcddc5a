"""One ticket by its signed link, for whoever has it."""

from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.requests import GuestReply
from helpdesk.core.tickets.routes.api import Before, TicketApi
from helpdesk.core.tickets.rules import links
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, bearer, if_match, once
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, TicketId, Visibility


def guest(api: Api) -> tuple[Actor, TicketId]:
    """Whose link it is, and to which ticket."""
    by = links.guest(api.desk(), bearer(api))
    return by, by.ticket_id or TicketId("")


def added_to(api: TicketApi) -> None:
    @api.get("/api/portal/ticket", responses=api.gives(api.views.requester))
    def read_ticket(before: Before = None) -> Answer:
        by, ticket_id = guest(api)
        return api.shown(ticket_id, by, before)

    @api.post("/api/portal/ticket/messages", responses=api.gives(api.views.requester, 201))
    def reply(wanted: GuestReply) -> Answer:
        by, ticket_id = guest(api)
        wish = Wish(ticket_id=ticket_id, by=by, revision=if_match(api), once=once(api, by, wanted))
        return api.changed(tickets.write(api.desk(), wish, _message(wanted, by)), by, 201)


def _message(wanted: GuestReply, by: Actor) -> Message:
    return Message(
        body=wanted.body,
        visibility=Visibility.PUBLIC,
        channel=Channel.PORTAL,
        attachments=tuple(upload.of_session(by.id) for upload in wanted.attachments),
    )
