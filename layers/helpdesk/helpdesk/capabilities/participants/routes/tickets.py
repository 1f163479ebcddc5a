"""Who takes part in a ticket, for people who are signed in."""

from helpdesk.capabilities.participants import actions as participants
from helpdesk.core.tickets.requests import Invitation
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import NOTHING, Answer, nothing
from helpdesk.foundation.edge.inputs import Request, Which
from helpdesk.foundation.kernel.vocabulary import PersonId


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/participants", responses=api.gives(api.views.staff))
    def add_participant(ticket_id: Which, wanted: Invitation) -> Answer:
        wish = api.wish(ticket_id, wanted)
        return api.changed(participants.add(api.desk(), wish, wanted.meant), wish.by)

    @api.delete("/api/tickets/<ticket_id>/participants/<person_id>", responses=api.gives(api.views.staff) | NOTHING)
    def remove_participant(ticket_id: Which, person_id: Which) -> Answer:
        """Who leaves is answered with nothing: from then on the ticket is not theirs to see."""
        wish = api.wish(ticket_id, Request())
        outcome = participants.remove(api.desk(), wish, PersonId(person_id))
        return api.changed(outcome, wish.by) if wish.by.is_staff else nothing()
