"""Facts about escalation ladders: what is done about a ticket that waits, until somebody answers."""

from datetime import datetime
from typing import Final

from msgspec import Struct, field

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
    """An escalation ladder a ticket is on: which one and why, the steps taken, and when the next is due."""

    key: str = field(name="climb")
    """The ladder's version and its cause: `page@1:created`, or the key of a clock's step: `page@1:resolution:1:75%`."""
    next_at: datetime
    taken: int = 0

    @property
    def ladder(self) -> str:
        return self.key.partition(":")[0]

    @property
    def cause(self) -> str:
        return self.key.partition(":")[2]

    @property
    def clock(self) -> str:
        return self.cause.partition(":")[0]

    @property
    def step(self) -> str:
        """What the clock had come to: `75%`, `breach`."""
        return self.cause.rpartition(":")[2]


def key_of(ladder: str, cause: str) -> str:
    return f"{ladder}:{cause}"


FACTS: Final = (LadderStarted, LadderStepTaken, TicketAcknowledged, LaddersEnded)


def after(climbs: tuple[Climb, ...], _: Head, entry: Entry) -> tuple[Climb, ...]:
    match entry.event:
        case LadderStarted(climb=key, next_at=next_at):
            return (*climbs, Climb(key=key, next_at=next_at))
        case LadderStepTaken(climb=key, step=step, next_at=next_at):
            others = _without(climbs, key)
            return (*others, Climb(key=key, next_at=next_at, taken=step + 1)) if next_at else others
        case TicketAcknowledged(climbs=ended) | LaddersEnded(climbs=ended):
            return _without(climbs, *ended)
        case StateChanged(phase=phase) if phase.is_finished:
            return ()
    return climbs


def _without(climbs: tuple[Climb, ...], *keys: str) -> tuple[Climb, ...]:
    return tuple(climb for climb in climbs if climb.key not in keys)
