"""Facts about asking requesters how it went. `cycle` counts how often the ticket had been solved by then."""

from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.event import Event


class SurveyAsked(Event, frozen=True, kw_only=True):
    """The requester was asked how it went."""

    cycle: int


class SatisfactionRated(Event, frozen=True, kw_only=True):
    """The requester said how it went, from 1 (very bad) to 5 (very good), or changed what they had said."""

    cycle: int
    rating: int
    previous: int | None = None


class Survey(Struct, frozen=True, kw_only=True):
    """Asking the requester how it went, after the ticket was solved at `since`, for the `cycle`th time.

    `pending`: they are still to be asked, if settings say so. `automatic`: no person solved or closed it.
    """

    cycle: int
    since: datetime
    pending: bool = False
    automatic: bool = False
    asked_at: datetime | None = None
    rating: int | None = None
    rated_at: datetime | None = None
