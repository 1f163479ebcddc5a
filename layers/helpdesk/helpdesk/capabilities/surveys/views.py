"""What the API gives of surveys."""

from datetime import datetime

from helpdesk.capabilities.surveys import rules as surveys
from helpdesk.core.record import surveys as record_surveys
from helpdesk.core.record import ticket as tickets
from helpdesk.foundation.edge.outputs import View


class Survey(View):
    """What a requester is asked to rate. `rating` is what they said before; until `open_until` they may change it."""

    ticket: str
    subject: str
    rating: int | None
    rated_at: datetime | None
    open_until: datetime | None


class Satisfaction(View):
    """What became of asking the requester, since the ticket was last solved."""

    asked_at: datetime | None
    rating: int | None
    rated_at: datetime | None


class SurveySettings(View):
    """Whether requesters are asked how it went, so long after solving: in open time of a calendar, or in plain time
    without one. `automatic`: also when no person solved or closed the ticket.
    """

    on: bool
    delay_seconds: int
    calendar: str | None
    automatic: bool


def survey_view(ticket: tickets.Ticket) -> Survey:
    survey = ticket.survey
    return Survey(
        ticket=ticket.id,
        subject=ticket.subject,
        rating=survey.rating if survey else None,
        rated_at=survey.rated_at if survey else None,
        open_until=surveys.open_until(survey) if survey else None,
    )


def satisfaction(survey: record_surveys.Survey | None) -> Satisfaction | None:
    if survey is None:
        return None
    return Satisfaction(asked_at=survey.asked_at, rating=survey.rating, rated_at=survey.rated_at)
