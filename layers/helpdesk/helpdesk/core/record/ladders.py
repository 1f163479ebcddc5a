"""Facts about escalation ladders: what is done about a ticket that waits, until somebody answers."""

from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.event import Event


class LadderStarted(Event, frozen=True, kw_only=True):
    """An escalation ladder was set up. `climb` names the ladder's version and its cause, `next_at` its first step."""

    ladder: str
    climb: str
    next_at: datetime


class LadderStepTaken(Event, frozen=True, kw_only=True):
    """A step of a ladder was taken: whom it told, and when the next one is due unless somebody answers before."""

    ladder: str
    climb: str
    step: int
    notify: tuple[str, ...] = ()
    webhooks: int = 0
    next_at: datetime | None = None


class TicketAcknowledged(Event, frozen=True, kw_only=True):
    """Somebody answers for the ticket: its ladders end."""

    climbs: tuple[str, ...] = ()


class LaddersEnded(Event, frozen=True, kw_only=True):
    """Nobody needs to be told any more: the ticket is finished, or a higher level handed it back with an answer."""

    climbs: tuple[str, ...] = ()


class Climb(Struct, frozen=True, kw_only=True):
    """An escalation ladder a ticket is on: its version and cause, the steps taken, and when the next is due."""

    climb: str
    next_at: datetime
    taken: int = 0

    @property
    def ladder(self) -> str:
        return self.climb.partition(":")[0]
