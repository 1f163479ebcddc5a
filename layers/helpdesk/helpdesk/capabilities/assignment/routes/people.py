"""Who can be given tickets: teams as their leads plan them, and whether somebody is there."""

from helpdesk.capabilities.assignment.actions import plan, presence, team_now, teams
from helpdesk.capabilities.assignment.requests import StatusWish
from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.capabilities.assignment.views import (
    Presence,
    Roster,
    TeamNow,
    presence_view,
    roster_view,
    team_now_view,
)
from helpdesk.core.directory.routes import caller
from helpdesk.core.staffing.requests import AvailabilityPlan, TeamPlan
from helpdesk.core.staffing.views import PlannedAvailability, availability_view
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def added_to(api: Api) -> None:
    @api.put("/api/teams/<team_id>", responses=gives(Roster))
    def plan_team(team_id: Which, wanted: TeamPlan) -> Answer:
        people = [PersonId(person_id) for person_id in wanted.members]
        return _roster(api, teams.put_team(api.desk(), caller(api), wanted.meant(team_id), people, if_match(api)))

    @api.get("/api/teams/<team_id>/roster", responses=gives(Roster))
    def read_roster(team_id: Which) -> Answer:
        return _roster(api, teams.roster(api.desk(), caller(api), TeamId(team_id)))

    @api.get("/api/team-now", responses=gives(TeamNow))
    def read_team_now() -> Answer:
        return answer(team_now_view(team_now.overview(api.desk(), caller(api))))

    @api.get("/api/me/status", responses=gives(Presence))
    def read_my_status() -> Answer:
        return _presence(api, presence.my_status(api.desk(), caller(api)))

    @api.put("/api/me/status", responses=gives(Presence))
    def set_my_status(wanted: StatusWish) -> Answer:
        return _presence(api, presence.set_status(api.desk(), caller(api), wanted.status))

    @api.put("/api/people/<person_id>/availability", responses=gives(PlannedAvailability))
    def plan_availability(person_id: Which, wanted: AvailabilityPlan) -> Answer:
        planned = plan.plan(api.desk(), caller(api), PersonId(person_id), wanted.meant(), if_match(api))
        return answer(availability_view(planned), planned.revision)


def _roster(api: Api, board: Board) -> Answer:
    return answer(roster_view(board, api.desk().clock.now()), board.team.revision)


def _presence(api: Api, seen: presence.Seen) -> Answer:
    return answer(presence_view(seen, api.desk().clock.now()))
