from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import UNSET, Struct, UnsetType

from helpdesk.core.record.promise import Promise
from helpdesk.core.record.tape import FactKind
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, PersonId, Phase, Priority, TeamId, TicketId


class WaitsFor(StrEnum):
    """Whose turn it is on a ticket that is not solved."""

    US = "us"
    REQUESTER = "requester"
    TIME = "time"
    """Put aside until a day, or until somebody outside has done their part."""


_TURNS: Final = {
    Phase.NEW: WaitsFor.US,
    Phase.OPEN: WaitsFor.US,
    Phase.PENDING: WaitsFor.REQUESTER,
    Phase.ON_HOLD: WaitsFor.TIME,
}


class Card(Struct, frozen=True, kw_only=True):
    """What a list shows of a ticket."""

    id: TicketId
    kind: Kind
    subject: str
    state: str
    phase: Phase
    priority: Priority
    level: Level
    team: TeamId
    assignee: PersonId | None
    assignee_name: str | None
    requester: PersonId
    requester_name: str
    organization: str | None
    category: str | None
    created_at: datetime
    updated_at: datetime
    next_deadline: datetime | None
    next_clock: str | None
    waiting: bool
    breached: tuple[str, ...]
    wake_at: datetime | None = None
    armed: int = 0
    policy: str | None = None
    policy_pinned: bool = False
    channel: Channel | None = None
    tags: tuple[str, ...] = ()
    until: datetime | None = None
    plan: str | None = None
    answer_by: datetime | UnsetType = UNSET
    revision: int = 0
    """0 of cards that were written before they had it."""
    near_at: datetime | None = None
    paused_since: datetime | None = None
    waits_since: datetime | None = None
    """Since when it is their turn whom it waits for; None when it is ours and we have answered."""
    answered: bool = True
    """Its requester has had a word of ours; said of cards that were written before they had it."""
    preview: str | None = None
    """How the last message begins."""

    @property
    def waits_for(self) -> WaitsFor | None:
        return waits_for(self.phase)


def waits_for(phase: Phase) -> WaitsFor | None:
    return _TURNS.get(phase)


_ON_CARD: Final = tuple(name for name in Card.__struct_fields__ if name in Ticket.__struct_fields__)

_PROMISED: Final = Promise.__struct_fields__


def card(ticket: Ticket) -> Card:
    """What the card names, from the ticket and its promise."""
    shown = {name: getattr(ticket, name) for name in _ON_CARD}
    promised = {name: getattr(ticket.promise, name) for name in _PROMISED}
    known = {name: value for name, value in promised.items() if value is not UNSET}
    said = ticket.latest.text if ticket.latest else None
    return Card(**shown, **known, waits_since=_waits_since(ticket), answered=ticket.answered, preview=said)


def _waits_since(ticket: Ticket) -> datetime | None:
    match waits_for(ticket.phase):
        case None:
            return None
        case WaitsFor.US:
            return _asked_at(ticket)
        case _:
            return ticket.state_since


def _asked_at(ticket: Ticket) -> datetime | None:
    """When its requester began to say what nobody has answered: by words, for whatever state it goes through answers
    nobody.
    """
    asked = None
    for fact in reversed(ticket.tape):
        if fact.kind == FactKind.AGENT_REPLY:
            break
        if fact.kind in {FactKind.REQUESTER_MESSAGE, FactKind.CREATED}:
            asked = fact.at
    return asked


TIMELINE_PAGE: Final = 100  # entries
SHARDS: Final = 8

NO_DEADLINE: Final = "9999-12-31T00:00:00.000000Z"

NOBODY: Final = "none"


def entry_sk(version: int, entry_id: str = "") -> str:
    return f"E#{version:08d}#{entry_id}"


def shelf(ticket: Ticket) -> str:
    """Where lists find it: all that is not closed is on one bounded shelf, the closed stand by month."""
    return f"closed-{ticket.updated_at:%Y-%m}" if ticket.phase is Phase.CLOSED else "live"


def timer_shard(ticket_id: TicketId) -> int:
    return int(digest(ticket_id)[:8], 16) % SHARDS
