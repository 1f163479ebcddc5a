"""Facts about escalation ladders: what is done about a ticket that waits, until somebody answers."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.domain.event_parts import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStarted(Event):
    """An escalation ladder was set up. `climb` names the ladder's version and its cause, `next_at` its first step."""

    ladder: str
    climb: str
    next_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStepTaken(Event):
    """A step of a ladder was taken: whom it told, and when the next one is due unless somebody answers before."""

    ladder: str
    climb: str
    step: int
    notify: tuple[str, ...] = ()
    webhooks: int = 0
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAcknowledged(Event):
    """Somebody answers for the ticket: its ladders end."""

    climbs: tuple[str, ...] = ()
