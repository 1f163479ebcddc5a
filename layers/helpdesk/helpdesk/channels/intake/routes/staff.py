"""Tickets that people who are signed in open, for themselves or on behalf of somebody."""

from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.requests import TicketDraft, staff_draft
from helpdesk.channels.intake.routes.opened import opened
from helpdesk.channels.intake.views import with_ticket
from helpdesk.core.directory.routes import person
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer, once


def added_to(api: TicketApi) -> None:
    created = with_ticket("Created", api.views.staff | api.views.requester)

    @api.post("/api/tickets", responses=api.gives(created, 201))
    def open_ticket(draft: TicketDraft) -> Answer:
        who = person(api)
        by = who.as_actor()
        wanted, sender = staff_draft(draft, who)
        outcome = opening.open_ticket(api.desk(), wanted, sender, by, once(api, by, draft))
        return opened(api, created, outcome, by)
