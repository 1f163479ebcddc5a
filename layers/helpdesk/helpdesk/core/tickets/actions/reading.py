"""Tickets read for what is derived from them: those of which something is told, or all."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from helpdesk.core.tickets.rules.reading import Reading
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.months import month_of

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import TicketId

T = TypeVar("T")

AT_ONCE: Final = 100
"""Heads that are read with one request."""


def as_told(
    desk: Desk, wanted: Mapping[TicketId, int]
) -> tuple[Sequence[Reading], Sequence[tuple[TicketId, Exception]]]:
    """Up to a hundred tickets, each as of a version or a later one; and of which that failed, and how."""
    found = {ticket.id: ticket for ticket in desk.tickets.heads(list(wanted))}
    return tried(wanted, lambda ticket_id: read(desk, _as_told(ticket_id, found.get(ticket_id), wanted[ticket_id])))


def _as_told(ticket_id: TicketId, head: Ticket | None, version: int) -> Ticket:
    """News of another region may come before what they tell of."""
    if head is None:
        raise NotFoundError("ticket", ticket_id)
    if head.version < version:
        raise ConflictError(f"{ticket_id} is not here yet as it was told.")
    return head


def read(desk: Desk, head: Ticket) -> Reading:
    return Reading(ticket=head, entries=desk.tickets.entries(head.id, head.version))


def by_month(desk: Desk) -> Mapping[str, Sequence[TicketId]]:
    """All tickets, the newest month first."""
    found: dict[str, list[TicketId]] = defaultdict(list)
    for ticket in heads(desk, desk.tickets.ids()):
        found[month_of(ticket.created_at)].append(ticket.id)
    return dict(sorted(found.items(), reverse=True))


def opened_since(desk: Desk, known: Mapping[str, Iterable[TicketId]]) -> Iterator[Ticket]:
    """Tickets that were not there when all were looked up."""
    seen = {ticket_id for ids in known.values() for ticket_id in ids}
    return heads(desk, (ticket_id for ticket_id in desk.tickets.ids() if ticket_id not in seen))


def heads(desk: Desk, tickets: Iterable[TicketId]) -> Iterator[Ticket]:
    for part in parts(tickets):
        yield from desk.tickets.heads(part)


def parts(things: Iterable[T], most: int = AT_ONCE) -> Iterator[list[T]]:
    left = iter(things)
    while part := list(islice(left, most)):
        yield part
