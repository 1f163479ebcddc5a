"""Tickets."""

from collections.abc import Iterator, Sequence

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.memory.lists import MemoryListings
from helpdesk.core.tickets.memory.writers import Writers
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.change import Change
from helpdesk.core.tickets.rules.listing import entry_sk
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryTicketStore(MemoryListings):
    """See ports.TicketStore."""

    def __init__(self, table: MemoryTable, region: str, writers: Writers) -> None:
        super().__init__(table, region)
        self._writers = writers

    def get(self, ticket_id: TicketId) -> Ticket:
        with self._table.lock:
            if ticket_id not in self._rows.heads:
                raise NotFoundError("ticket", ticket_id)
            return self._rows.heads[ticket_id]

    def heads(self, ticket_ids: Sequence[TicketId]) -> Sequence[Ticket]:
        with self._table.lock:
            return [self._rows.heads[each] for each in ticket_ids if each in self._rows.heads]

    def load(self, ticket_id: TicketId, once: Once | None) -> tuple[Ticket, Answered | None]:
        with self._table.lock:
            return self.get(ticket_id), self._rows.answers.get(once.key) if once else None

    def save(self, change: Change, once: Once | None = None, along: Sequence[object] = ()) -> Ticket:
        with self._table.lock:
            self._check(change, once)
            self._writers.check(self._table, change, along)
            self._write(change, once)
            self._writers.write(self._table, change, along)
        return change.after

    def _check(self, change: Change, once: Once | None) -> None:
        """ConflictError when anything this change is based on is no longer so."""
        now = self._rows.heads.get(change.after.id)
        if (now and now.version) != (change.before and change.before.version):
            raise ConflictError(f"{change.after.id} was changed meanwhile.")
        if once and once.key in self._rows.answers:
            raise ConflictError("This Idempotency-Key was used meanwhile.")

    def _write(self, change: Change, once: Once | None) -> None:
        ticket = change.after
        self._rows.heads[ticket.id] = ticket
        self._rows.entries[ticket.id] += change.entries
        if once:
            first = change.entries[0]
            self._rows.answers[once.key] = Answered(
                ticket_id=ticket.id, version=first.version, entry_id=first.id, payload=once.payload
            )

    def remember(self, once: Once, answered: Answered) -> None:
        with self._table.lock:
            if once.key in self._rows.answers:
                raise ConflictError("This Idempotency-Key was used meanwhile.")
            self._rows.answers[once.key] = answered

    def timeline(self, ticket_id: TicketId, before: str | None, limit: int) -> Page:
        with self._table.lock:
            ticket = self.get(ticket_id)
            found = [
                entry
                for entry in self._rows.entries[ticket_id]
                if before is None or entry_sk(entry.version, entry.id) < before
            ]
        shown = found[-limit:]
        earlier = entry_sk(shown[0].version, shown[0].id) if len(found) > limit else None
        return Page(ticket=ticket, entries=tuple(shown), earlier=earlier)

    def entries(self, ticket_id: TicketId, up_to: int | None = None) -> Sequence[Entry]:
        with self._table.lock:
            found = self._rows.entries.get(ticket_id, [])
            return [entry for entry in found if up_to is None or entry.version <= up_to]

    def commit(self, ticket_id: TicketId, version: int) -> Sequence[Entry]:
        return [entry for entry in self.entries(ticket_id, version) if entry.version == version]

    def told(self, ticket_id: TicketId, version: int) -> Page:
        ticket = self.get(ticket_id)
        return Page(ticket=ticket, entries=tuple(self.commit(ticket_id, version)), earlier=None)

    def share(self, ticket: Ticket) -> None:
        """Lists here are made of heads."""
        self._check_unmoved(ticket)

    def ids(self, after: TicketId | None = None) -> Iterator[TicketId]:
        every = sorted(ticket.id for ticket in self._heads())
        yield from (each for each in every if after is None or each > after)

    def put_head(self, ticket: Ticket) -> None:
        with self._table.lock:
            self._check_unmoved(ticket)
            self._rows.heads[ticket.id] = ticket

    def _check_unmoved(self, ticket: Ticket) -> None:
        now = self._rows.heads.get(ticket.id)
        if now is None or now.version != ticket.version:
            raise ConflictError(f"{ticket.id} was changed meanwhile.")
