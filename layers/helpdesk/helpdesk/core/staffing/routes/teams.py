"""Teams and who works in them."""

from helpdesk.core.directory.routes import caller
from helpdesk.core.staffing import actions as staffing
from helpdesk.core.staffing.views import Member, Teams, TeamWithMembers, team_view
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import TeamId


def added_to(api: Api) -> None:
    @api.get("/api/teams", responses=gives(Teams))
    def list_teams() -> Answer:
        found = staffing.teams(api.desk(), caller(api))
        return answer(Teams(items=[team_view(team) for team in found]))

    @api.get("/api/teams/<team_id>", responses=gives(TeamWithMembers))
    def read_team(team_id: Which) -> Answer:
        team, members = staffing.team(api.desk(), caller(api), TeamId(team_id))
        people = [Member(id=member.person, name=member.name, role=member.role) for member in members]
        return answer(TeamWithMembers(**team_view(team).model_dump(), members=people))
