"""Whether a team is retired."""

from helpdesk.capabilities.assignment.views import Roster, roster_view
from helpdesk.capabilities.retirement import actions as retirement
from helpdesk.capabilities.retirement.requests import RetirementWish
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import TeamId


def added_to(api: Api) -> None:
    @api.put("/api/teams/<team_id>/retirement", responses=gives(Roster))
    def set_retirement(team_id: Which, wanted: RetirementWish) -> Answer:
        """A retired team takes no ticket and stands in no choice; its history stays. What still points at it is named
        by the refusal, in `errors`.
        """
        desk, by, which = api.desk(), caller(api), TeamId(team_id)
        successor = TeamId(wanted.successor) if wanted.successor else None
        retired = wanted.retired
        board = retirement.retire(desk, by, which, successor) if retired else retirement.bring_back(desk, by, which)
        return answer(roster_view(board, desk.clock.now()), board.team.revision)
