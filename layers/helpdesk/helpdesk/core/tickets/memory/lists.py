"""Lists of tickets, in the order and with the cursors of the real ones."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import datetime

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.listing import Card, card
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import OLD_CURSOR, OTHER_CURSOR
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryListings:
    def __init__(self, table: MemoryTable, region: str) -> None:
        self._table = table
        self._rows = table.rows(TicketRows)
        self._region = region

    def by_team(self, team: TeamId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._by_deadline(f"team {team}", lambda ticket: (ticket.team or None) == team, shelf, cursor, limit)

    def by_assignee(self, person: PersonId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._by_deadline(f"owner {person}", lambda ticket: ticket.assignee == person, shelf, cursor, limit)

    def by_requester(self, person: PersonId, cursor: str | None, limit: int) -> Listing:
        return self._newest(f"requester {person}", lambda ticket: ticket.requester == person, cursor, limit)

    def by_organization(self, organization: str, cursor: str | None, limit: int) -> Listing:
        name = f"organization {organization}"
        return self._newest(name, lambda ticket: ticket.organization == organization, cursor, limit)

    def _newest(self, name: str, fits: Callable[[Ticket], bool], cursor: str | None, limit: int) -> Listing:
        found = {
            _position(encoding.instant(ticket.created_at), ticket): ticket for ticket in self._heads() if fits(ticket)
        }
        order = sorted(found, reverse=True)
        if cursor:
            last = _read(name, cursor)
            order = [position for position in order if position < last]
        return _page(name, order, found, limit)

    def waking(self, shard: int, until: datetime) -> Sequence[Card]:
        cards = [
            card(ticket)
            for ticket in self._heads()
            if ticket.home_region == self._region and listing.timer_shard(ticket.id) == shard
        ]
        due = [(found.wake_at, found.id, found) for found in cards if found.wake_at and found.wake_at <= until]
        return [found for _, _, found in sorted(due, key=lambda row: row[:2])]

    def _by_deadline(
        self, name: str, fits: Callable[[Ticket], bool], shelf: str, cursor: str | None, limit: int
    ) -> Listing:
        found = {
            _position(_due(ticket), ticket): ticket
            for ticket in self._heads()
            if fits(ticket) and listing.shelf(ticket) == shelf
        }
        name, order = f"{name} {shelf}", sorted(found)
        if cursor:
            last = _read(name, cursor)
            order = [position for position in order if position > last]
        return _page(name, order, found, limit)

    def _heads(self) -> Sequence[Ticket]:
        with self._table.lock:
            return list(self._rows.heads.values())


def _due(ticket: Ticket) -> str:
    deadline = ticket.promise.next_deadline
    return encoding.instant(deadline) if deadline else listing.NO_DEADLINE


def _position(instant: str, ticket: Ticket) -> str:
    return f"{instant} {ticket.id}"


def _page(name: str, order: Sequence[str], found: dict[str, Ticket], limit: int) -> Listing:
    def after(position: int) -> str:
        return urlsafe_b64encode(f"{name}/{order[position]}".encode()).decode()

    items = tuple(card(found[position]) for position in order[:limit])
    return Listing(items=items, cursor=after(limit - 1) if len(order) > limit else None, after=after)


def _read(name: str, cursor: str) -> str:
    try:
        of, _, position = urlsafe_b64decode(cursor).decode().rpartition("/")
    except ValueError as error:
        raise InvalidError.at("cursor", OLD_CURSOR()) from error
    if of != name:
        raise InvalidError.at("cursor", OTHER_CURSOR())
    return position
