"""What the API gives of surveys."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.surveys import rules as surveys
from helpdesk.capabilities.surveys.settings import TERMS
from helpdesk.core.page import Part, Seen
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


class RatingOffer(View):
    """How a solved ticket may be rated where it is read: `token` is the bearer token of the survey's routes."""

    token: str
    rating: int | None
    open_until: datetime | None


class OnTicket(Struct, frozen=True, kw_only=True):
    survey: Satisfaction | None


def _on_ticket(seen: Seen) -> OnTicket:
    survey = seen.ticket.survey
    if survey is None:
        return OnTicket(survey=None)
    said = Satisfaction(asked_at=survey.asked_at, rating=survey.rating, rated_at=survey.rated_at)
    return OnTicket(survey=said)


PART: Final = Part(fields=OnTicket, of=_on_ticket)


class ForRequester(Struct, frozen=True, kw_only=True):
    rating: RatingOffer | None


def _for_requester(seen: Seen) -> ForRequester:
    ticket, desk = seen.ticket, seen.desk
    survey = ticket.survey and surveys.offered(ticket, desk.settings.of(TERMS), desk.clock.now())
    if survey is None or seen.by.id != ticket.requester:
        return ForRequester(rating=None)
    token, until = surveys.token(desk, ticket, survey.cycle), surveys.open_until(survey)
    return ForRequester(rating=RatingOffer(token=token, rating=survey.rating, open_until=until))


FOR_REQUESTERS: Final = Part(fields=ForRequester, of=_for_requester)


def survey_view(ticket: tickets.Ticket) -> Survey:
    survey = ticket.survey
    return Survey(
        ticket=ticket.id,
        subject=ticket.subject,
        rating=survey.rating if survey else None,
        rated_at=survey.rated_at if survey else None,
        open_until=surveys.open_until(survey) if survey else None,
    )
