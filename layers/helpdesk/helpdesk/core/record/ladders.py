"""Facts about escalation ladders: what is done about a ticket that waits, until somebody answers."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.tickets import StateChanged


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


FACTS: Final = (LadderStarted, LadderStepTaken, TicketAcknowledged, LaddersEnded)


def after(climbs: tuple[Climb, ...], _: Head, entry: Entry) -> tuple[Climb, ...]:
    match entry.event:
        case LadderStarted(climb=key, next_at=next_at):
            return (*climbs, Climb(climb=key, next_at=next_at))
        case LadderStepTaken(climb=key, step=step, next_at=next_at):
            others = _without(climbs, key)
            return (*others, Climb(climb=key, next_at=next_at, taken=step + 1)) if next_at else others
        case TicketAcknowledged(climbs=ended) | LaddersEnded(climbs=ended):
            return _without(climbs, *ended)
        case StateChanged(phase=phase) if phase.is_finished:
            return ()
    return climbs


def _without(climbs: tuple[Climb, ...], *keys: str) -> tuple[Climb, ...]:
    return tuple(climb for climb in climbs if climb.climb not in keys)
