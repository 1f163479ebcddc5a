"""Who works on a ticket, by somebody's own wish."""

from helpdesk.capabilities.assignment import requests
from helpdesk.capabilities.assignment.actions import dispatching
from helpdesk.capabilities.assignment.actions import hand_over as handing_over
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/hand-overs", responses=api.gives(api.views.staff, 201))
    def hand_over(ticket_id: Which, wanted: requests.HandOver) -> Answer:
        wish = api.wish(ticket_id, wanted)
        given = HandOver(summary=wanted.summary, next_step=wanted.next_step or "", deadline=wanted.deadline)
        team = TeamId(wanted.team) if wanted.team else None
        person = PersonId(wanted.person) if wanted.person else None
        return api.changed(handing_over.hand_over(api.desk(), wish, given, team, person), wish.by, 201)

    @api.post("/api/teams/<team_id>/take-next", responses=api.gives(api.views.staff))
    def take_next(team_id: Which) -> Answer:
        by = caller(api)
        return api.changed(dispatching.take_next(api.desk(), by, TeamId(team_id)), by)
