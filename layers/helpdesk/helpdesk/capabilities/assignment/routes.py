"""Routes about who works on a ticket, as part of the tickets API."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helpdesk.assembly.desk import desk
from helpdesk.assembly.ticket_page import Ticket
from helpdesk.capabilities.assignment import requests
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import hand_over as assignment_hand_over
from helpdesk.capabilities.assignment.actions import line
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.capabilities.reasons import actions as explaining
from helpdesk.capabilities.reasons.views import Routing, routing_view
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.shared import changed, gives, named, wish_of
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/tickets/<ticket_id>/routing", responses=gives(Routing))
    def explain_routing(ticket_id: str) -> Answer:
        found = explaining.why(desk(), caller(api), named(ticket_id))
        place = line.place_in_line(desk(), found.ticket)
        return answer(routing_view(found, place), found.ticket.revision)

    @api.post("/api/tickets/<ticket_id>/hand-overs", responses=gives(Ticket, 201))
    def hand_over(ticket_id: str, wanted: requests.HandOver) -> Answer:
        wish = wish_of(api, ticket_id, wanted)
        given = HandOver(summary=wanted.summary, next_step=wanted.next_step, deadline=wanted.deadline)
        team = TeamId(wanted.team) if wanted.team else None
        return changed(
            assignment_hand_over.hand_over(
                desk(), wish, given, team, PersonId(wanted.person) if wanted.person else None
            ),
            wish.by,
            201,
        )

    @api.post("/api/teams/<team_id>/take-next", responses=gives(Ticket))
    def take_next(team_id: str) -> Answer:
        by = caller(api)
        return changed(assignment.take_next(desk(), by, TeamId(team_id)), by)

    return api
