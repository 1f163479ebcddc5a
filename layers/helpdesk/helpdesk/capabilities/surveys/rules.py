"""Surveys: when a requester is asked how it went, and what they may answer until when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.surveys.settings import SurveyTerms
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import after_working_time
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.surveys import SatisfactionRated, Survey, SurveyAsked
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.errors import RefusedError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

RATINGS: Final = range(1, 6)  # how it went for a requester, from very bad to very good


class SurveyOverError(RefusedError):
    code = "survey_over"


ANSWERABLE: Final = timedelta(days=30)

CHANGEABLE: Final = timedelta(days=7)


def ask_at(ticket: Ticket, terms: SurveyTerms, calendars: Mapping[str, Calendar]) -> datetime | None:
    """When the requester is to be asked; None when they are not, were already, or had no address to be asked at."""
    survey = ticket.survey
    if ticket.caller and ticket.caller.unaddressed:
        return None
    if not terms.on or survey is None or not survey.pending or (survey.automatic and not terms.automatic):
        return None
    if not terms.calendar:
        return survey.since + terms.delay
    return after_working_time(calendars[terms.calendar], survey.since, terms.delay)


def due(ticket: Ticket, terms: SurveyTerms, calendars: Mapping[str, Calendar], now: datetime) -> list[Fact]:
    at = ask_at(ticket, terms, calendars)
    if at is None or at > now or ticket.survey is None:
        return []
    return [Fact(event=SurveyAsked(cycle=ticket.survey.cycle))]


def open_until(survey: Survey) -> datetime | None:
    """How long it may be answered, or the answer changed: also before they are asked."""
    if survey.rated_at:
        return survey.rated_at + CHANGEABLE
    begun = survey.asked_at or (survey.since if survey.pending else None)
    return begun + ANSWERABLE if begun else None


def offered(ticket: Ticket, terms: SurveyTerms, now: datetime) -> Survey | None:
    """The survey that the page of a solved ticket shows. Settings say whether people are asked at all; who was asked
    already may answer.
    """
    survey = ticket.survey
    if survey is None or not ticket.phase.is_finished:
        return None
    wanted = terms.on and (terms.automatic or not survey.automatic)
    end = open_until(survey)
    return survey if end and end > now and (wanted or not survey.pending) else None


def token(desk: Desk, ticket: Ticket, cycle: int) -> str:
    """What lets a ticket's requester say how it went, without an account."""
    return desk.signer.sign("rating", {"t": ticket.id, "p": ticket.requester, "c": cycle})


def answerable(ticket: Ticket, cycle: int, now: datetime) -> Survey:
    """The survey that a link is for; SurveyOverError when it is too late, or the ticket was solved anew since."""
    survey = ticket.survey
    end = open_until(survey) if survey and survey.cycle == cycle else None
    if survey is None or end is None or end <= now:
        raise SurveyOverError("This survey is over. Thank you all the same.")
    return survey


def rate(ticket: Ticket, cycle: int, rating: int, comment: str, now: datetime) -> list[Fact]:
    survey = answerable(ticket, cycle, now)
    if rating == survey.rating and not comment:
        return []
    rated = SatisfactionRated(cycle=cycle, rating=rating, previous=survey.rating)
    return [Fact(event=rated, personal=Personal(body=comment) if comment else None)]
