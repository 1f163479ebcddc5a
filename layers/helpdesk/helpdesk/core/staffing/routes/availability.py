"""When people are there, and whether a week is covered."""

from helpdesk.core.directory.routes import caller
from helpdesk.core.staffing import actions as staffing
from helpdesk.core.staffing.views import PlannedAvailability, WeekCheck, availability_view, week_view
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Instant, Which
from helpdesk.foundation.kernel.vocabulary import PersonId


def added_to(api: Api) -> None:
    @api.get("/api/people/<person_id>/availability", responses=gives(PlannedAvailability))
    def read_availability(person_id: Which) -> Answer:
        found = staffing.availability(api.desk(), caller(api), PersonId(person_id))
        return answer(availability_view(found), found.revision)

    @api.get("/api/planner-check", responses=gives(WeekCheck))
    def check_week(monday: Instant) -> Answer:
        return answer(week_view(staffing.check_week(api.desk(), caller(api), monday)))
