"""Which ticket a mail belongs to. Whoever is part of a ticket writes on it; others begin one that names it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import TICKET_ID, Phase, TicketId

_TAG: Final = re.compile(rf"\b{TICKET_ID}\b")


class Where(StrEnum):
    NEW = "new"
    SAME = "same"
    REOPENED = "reopened"
    FOLLOWING = "following"
    """In a new ticket that goes on from one that was closed for too long."""


class Place(Struct, frozen=True, kw_only=True):
    where: Where
    ticket: TicketId | None = None
    """That it goes to, or goes on from; of a new one, what it seems to be about."""


def tagged(subject: str) -> list[TicketId]:
    """The tickets that a subject names."""
    return [TicketId(found) for found in dict.fromkeys(_TAG.findall(subject[:1000]))][:3]


def in_order(*ways: Iterable[TicketId | None]) -> list[TicketId]:
    """Each once, the surest way first."""
    return list(dict.fromkeys(ticket for way in ways for ticket in way if ticket))


def place(
    wanted: Sequence[TicketId],
    tickets: Mapping[TicketId, Ticket],
    part_of: Collection[TicketId],
    at: datetime,
    reopens_for: timedelta,
    terms: TicketTerms,
) -> Place:
    """`wanted` are the tickets that a mail points at, the surest first; `part_of` those its sender takes part in."""
    there = [tickets[each] for each in wanted if each in tickets]
    own = next((ticket for ticket in there if ticket.id in part_of), None)
    if own is None:
        return Place(where=Where.NEW, ticket=there[0].id if there else None)
    if own.phase is not Phase.CLOSED:
        return Place(where=Where.SAME, ticket=own.id)
    again = own.state == terms.closed_state and at - own.state_since <= reopens_for
    return Place(where=Where.REOPENED if again else Where.FOLLOWING, ticket=own.id)
