"""Lists of tickets, in the order of the real ones."""

from collections.abc import Callable, Sequence
from datetime import datetime

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.access import takes_part
from helpdesk.core.tickets.rules.listing import Card, card
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryListings:
    def __init__(self, table: MemoryTable, region: str) -> None:
        self._table = table
        self._rows = table.rows(TicketRows)
        self._region = region

    def by_team(self, team: TeamId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._by_deadline(lambda ticket: (ticket.team or None) == team, shelf, cursor, limit)

    def by_assignee(self, person: PersonId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._by_deadline(lambda ticket: ticket.assignee == person, shelf, cursor, limit)

    def by_requester(self, person: PersonId, cursor: str | None, limit: int, *, shared: bool = False) -> Listing:
        return self._newest(
            lambda ticket: ticket.requester == person or (shared and takes_part(ticket, person)), cursor, limit
        )

    def by_organization(self, organization: str, cursor: str | None, limit: int) -> Listing:
        return self._newest(lambda ticket: ticket.organization == organization, cursor, limit)

    def _newest(self, fits: Callable[[Ticket], bool], cursor: str | None, limit: int) -> Listing:
        found = {
            _position(encoding.instant(ticket.created_at), ticket): ticket for ticket in self._heads() if fits(ticket)
        }
        order = sorted(found, reverse=True)
        if cursor:
            order = [position for position in order if position < cursor]
        return _page(order, found, limit)

    def waking(self, shard: int, until: datetime) -> Sequence[Card]:
        cards = [
            card(ticket)
            for ticket in self._heads()
            if ticket.home_region == self._region and listing.timer_shard(ticket.id) == shard
        ]
        due = [(found.wake_at, found.id, found) for found in cards if found.wake_at and found.wake_at <= until]
        return [found for _, _, found in sorted(due, key=lambda row: row[:2])]

    def _by_deadline(self, fits: Callable[[Ticket], bool], shelf: str, cursor: str | None, limit: int) -> Listing:
        found = {
            _position(_due(ticket), ticket): ticket
            for ticket in self._heads()
            if fits(ticket) and listing.shelf(ticket) == shelf
        }
        order = sorted(found)
        if cursor:
            order = [position for position in order if position > cursor]
        return _page(order, found, limit)

    def _heads(self) -> Sequence[Ticket]:
        with self._table.lock:
            return list(self._rows.heads.values())


def _due(ticket: Ticket) -> str:
    deadline = ticket.promise.next_deadline
    return encoding.instant(deadline) if deadline else listing.NO_DEADLINE


def _position(instant: str, ticket: Ticket) -> str:
    return f"{instant} {ticket.id}"


def _page(order: Sequence[str], found: dict[str, Ticket], limit: int) -> Listing:
    items = tuple(card(found[position]) for position in order[:limit])
    return Listing(items=items, cursor=order[limit - 1] if len(order) > limit else None, after=order.__getitem__)
