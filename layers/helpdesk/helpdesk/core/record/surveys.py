"""Facts about asking requesters how it went. `cycle` counts how often the ticket had been solved by then."""

from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import StateChanged
from helpdesk.foundation.kernel.vocabulary import Phase, Role


class SurveyAsked(Event, frozen=True, kw_only=True):
    """The requester was asked how it went."""

    cycle: int


class SatisfactionRated(Event, frozen=True, kw_only=True):
    """The requester said how it went, from 1 (very bad) to 5 (very good), or changed what they had said."""

    cycle: int
    rating: int
    previous: int | None = None


class Survey(Struct, frozen=True, kw_only=True):
    """Asking the requester how it went, after the ticket was solved."""

    cycle: int
    """How often it had been solved by then."""
    since: datetime
    """When it was solved."""
    pending: bool = False
    """They are still to be asked, if settings say so."""
    automatic: bool = False
    """No person solved or closed it."""
    asked_at: datetime | None = None
    rating: int | None = None
    rated_at: datetime | None = None


FACTS: Final = (SurveyAsked, SatisfactionRated)


def after(survey: Survey | None, before: Head, entry: Entry) -> Survey | None:
    match entry.event:
        case StateChanged(phase=Phase.SOLVED) if not before.phase.is_finished:
            return _begun(survey, before, entry)
        case StateChanged(phase=phase) if survey and survey.pending:
            waits_on = before.phase.is_finished and phase.is_finished
            return replace(survey, pending=waits_on, automatic=survey.automatic or _by_nobody(entry))
        case SurveyAsked() if survey:
            return replace(survey, pending=False, asked_at=entry.at)
        case SatisfactionRated(rating=rating) if survey:
            return replace(survey, pending=False, rating=rating, rated_at=survey.rated_at or entry.at)
    return survey


def _begun(survey: Survey | None, before: Head, entry: Entry) -> Survey:
    """Solving begins a new survey, unless people would rate their own work."""
    solver = entry.actor.id if entry.actor.is_staff else None
    own = before.requester in {before.assignee, solver}
    cycle = survey.cycle + 1 if survey else 1
    return Survey(cycle=cycle, since=entry.at, pending=not own, automatic=_by_nobody(entry))


def _by_nobody(entry: Entry) -> bool:
    return entry.actor.role is Role.SYSTEM
