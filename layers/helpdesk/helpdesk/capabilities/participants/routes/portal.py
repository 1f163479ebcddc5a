"""Who takes part in a ticket and leaves it, by the link they were mailed."""

from helpdesk.capabilities.participants import actions as participants
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.routes.portal import guest
from helpdesk.foundation.edge.http import NOTHING, Answer, nothing, once
from helpdesk.foundation.edge.inputs import Request
from helpdesk.foundation.kernel.vocabulary import PersonId


def added_to(api: TicketApi) -> None:
    @api.delete("/api/portal/ticket/participation", responses=NOTHING)
    def leave_ticket() -> Answer:
        by, ticket_id = guest(api)
        wish = Wish(ticket_id=ticket_id, by=by, once=once(api, by, Request()))
        participants.remove(api.desk(), wish, PersonId(by.id))
        return nothing()
