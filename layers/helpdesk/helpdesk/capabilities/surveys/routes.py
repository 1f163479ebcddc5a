"""How a ticket's requester rates it; the bearer token is that of the mailed link."""

from helpdesk.capabilities.surveys import actions as surveys
from helpdesk.capabilities.surveys.requests import Rating
from helpdesk.capabilities.surveys.views import Survey, survey_view
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer, answer, bearer, once


def added_to(api: TicketApi) -> None:
    @api.get("/api/portal/rating", responses=api.gives(Survey))
    def read_survey() -> Answer:
        """How a ticket's requester is asked to rate it; the bearer token is that of the mailed link."""
        desk = api.desk()
        return answer(survey_view(surveys.read(desk, surveys.invitation(desk, bearer(api)))))

    @api.post("/api/portal/rating", responses=api.gives(Survey))
    def rate(wanted: Rating) -> Answer:
        desk = api.desk()
        invited = surveys.invitation(desk, bearer(api))
        first = once(api, invited.by, wanted, about=str(invited.cycle))
        return answer(survey_view(surveys.rate(desk, invited, wanted.rating, wanted.comment, first)))
