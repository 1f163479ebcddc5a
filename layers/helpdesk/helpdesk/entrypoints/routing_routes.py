"""Routes about who works on a ticket, as part of the tickets API."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helpdesk.actions import assignment, explaining, staffing, tickets
from helpdesk.domain.owning import HandOver
from helpdesk.domain.vocabulary import TeamId
from helpdesk.entrypoints import requests, routing_views, views
from helpdesk.entrypoints.http import Answer, answer, caller
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import call_of, changed, gives, named


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/tickets/<ticket_id>/routing", responses=gives(routing_views.Routing))
    def explain_routing(ticket_id: str) -> Answer:
        found = explaining.why(desk(), caller(api), named(ticket_id))
        place = staffing.place_in_line(desk(), found.ticket)
        return answer(routing_views.routing_view(found, place), found.ticket.revision)

    @api.post("/api/tickets/<ticket_id>/hand-overs", responses=gives(views.Ticket, 201))
    def hand_over(ticket_id: str, wanted: requests.HandOver) -> Answer:
        call = call_of(api, ticket_id, wanted)
        given = HandOver(summary=wanted.summary, next_step=wanted.next_step, deadline=wanted.deadline)
        team = TeamId(wanted.team) if wanted.team else None
        return changed(tickets.hand_over(desk(), call, given, team, wanted.person), call.by, 201)

    @api.post("/api/teams/<team_id>/take-next", responses=gives(views.Ticket))
    def take_next(team_id: str) -> Answer:
        by = caller(api)
        return changed(assignment.take_next(desk(), by, TeamId(team_id)), by)

    return api
