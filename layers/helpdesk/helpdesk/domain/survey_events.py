"""Facts about asking requesters how it went. `cycle` counts how often the ticket had been solved by then."""

from helpdesk.domain.event_parts import Event


class SurveyAsked(Event, frozen=True, kw_only=True):
    """The requester was asked how it went."""

    cycle: int


class SatisfactionRated(Event, frozen=True, kw_only=True):
    """The requester said how it went, from 1 (very bad) to 5 (very good), or changed what they had said."""

    cycle: int
    rating: int
    previous: int | None = None
