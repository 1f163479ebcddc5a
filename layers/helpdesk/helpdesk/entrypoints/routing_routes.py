"""Routes about who works on a ticket, as part of the tickets API."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helpdesk.actions import assignment, explaining, staffing
from helpdesk.domain.vocabulary import TeamId
from helpdesk.entrypoints import staffing_views, views
from helpdesk.entrypoints.http import Answer, answer, caller
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import changed, gives, named


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/tickets/<ticket_id>/routing", responses=gives(staffing_views.Routing))
    def explain_routing(ticket_id: str) -> Answer:
        found = explaining.why(desk(), caller(api), named(ticket_id))
        place = staffing.place_in_line(desk(), found.ticket)
        return answer(staffing_views.routing_view(found, place), found.ticket.revision)

    @api.post("/api/teams/<team_id>/take-next", responses=gives(views.Ticket))
    def take_next(team_id: str) -> Answer:
        by = caller(api)
        return changed(assignment.take_next(desk(), by, TeamId(team_id)), by)

    return api
