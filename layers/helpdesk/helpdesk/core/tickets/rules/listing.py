from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import UNSET, Struct, UnsetType

from helpdesk.core.record.promise import Promise
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, PersonId, Phase, Priority, TeamId, TicketId


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


_ON_CARD: Final = tuple(name for name in Card.__struct_fields__ if name in Ticket.__struct_fields__)

_PROMISED: Final = Promise.__struct_fields__


def card(ticket: Ticket) -> Card:
    """What the card names, from the ticket and its promise."""
    shown = {name: getattr(ticket, name) for name in _ON_CARD}
    return Card(**shown, **{name: getattr(ticket.promise, name) for name in _PROMISED})


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
