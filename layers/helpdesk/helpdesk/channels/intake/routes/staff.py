"""Tickets that people who are signed in open, for themselves or on behalf of somebody."""

from helpdesk.channels.intake.actions import opening
from helpdesk.channels.intake.requests.tickets import TicketDraft, staff_draft
from helpdesk.channels.intake.views.form import Opened, with_ticket
from helpdesk.core.directory.routes import person
from helpdesk.core.tickets.actions.change import Outcome
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules.links import agent_link, api_path, status_link
from helpdesk.foundation.edge.http import Answer, answer, once
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Role


def added_to(api: TicketApi) -> None:
    created = with_ticket("Created", api.views.staff | api.views.requester)

    @api.post("/api/tickets", responses=api.gives(created, 201))
    def open_ticket(draft: TicketDraft) -> Answer:
        who = person(api)
        by = who.as_actor()
        wanted, sender = staff_draft(draft, who)
        solved_by = who if draft.solved else None
        outcome = opening.open_ticket(api.desk(), wanted, sender, by, once(api, by, draft), solved_by=solved_by)
        return _answered(api, created, outcome, by)


def _answered(api: TicketApi, kind: type[Opened], outcome: Outcome, by: Actor) -> Answer:
    """A link that writes as the requester is for nobody else. Who opens a ticket that goes to a team which they do not
    see, sees it as its requester does.
    """
    desk, ticket = api.desk(), outcome.ticket
    link = status_link if by.id == ticket.requester else agent_link
    shown_to = by if by.sees(ticket.team) else Actor(id=by.id, role=Role.REQUESTER)
    fields = {"id": ticket.id, "status_url": link(desk, ticket), "ticket": api.view(outcome, shown_to)}
    return answer(kind(**fields), ticket.revision, 201, location=api_path(by, ticket.id))
