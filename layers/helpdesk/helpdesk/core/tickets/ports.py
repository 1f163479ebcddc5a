"""Ports to what is kept: tickets, people, settings, and the ledger of effects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from helpdesk.core.tickets.rules.listing import Card
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.rules.change import Change


class Page(Struct, frozen=True, kw_only=True):
    """A slice of a timeline, oldest first. `earlier` continues before it; None at the beginning."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    earlier: str | None


class Listing(Struct, frozen=True, kw_only=True):
    """`after` gives the cursor that goes on behind the item at a position. A cursor of a store says where it stands: it
    goes nowhere but into the same list, and to callers only sealed.
    """

    items: tuple[Card, ...]
    cursor: str | None
    after: Callable[[int], str]


class TicketStore(Protocol):
    def get(self, ticket_id: TicketId) -> Ticket:
        """The head, strongly consistent, or NotFoundError."""

    def heads(self, ticket_ids: Sequence[TicketId]) -> Sequence[Ticket]:
        """Up to a hundred heads in one request, strongly consistent, in any order; those that are not there are not."""

    def load(self, ticket_id: TicketId, once: Once | None) -> tuple[Ticket, Answered | None]:
        """The head and what the key did before, in one request; NotFoundError without a head."""

    def save(
        self,
        change: Change,
        once: Once | None = None,
        along: Sequence[object] = (),
    ) -> Ticket:
        """Write head and entries, what others derive from them, and what is given `along`, or nothing.

        Raises ConflictError when the head, the key or something of what goes along was written meanwhile, and what
        their owners refuse: RateLimitedError for a limit that is used up.
        """

    def remember(self, once: Once, answered: Answered) -> None:
        """Record the answer to a key whose request changed nothing; ConflictError when it is known."""

    def timeline(self, ticket_id: TicketId, before: str | None, limit: int) -> Page:
        """The newest `limit` entries before the cursor, with the head, in one request; NotFoundError."""

    def entries(self, ticket_id: TicketId, up_to: int | None = None) -> Sequence[Entry]:
        """All entries in commit order, up to a version: for rebuilding and for answering a known key."""

    def commit(self, ticket_id: TicketId, version: int) -> Sequence[Entry]:
        """The entries of one commit, in order."""

    def told(self, ticket_id: TicketId, version: int) -> Page:
        """The entries of one commit and the head as it is now, in one request unless much was written since; none of
        either is NotFoundError, a commit that never was has no entries.
        """

    def by_team(self, team: TeamId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        """Tickets of a team (None: of no team) on a shelf, by next deadline."""

    def by_assignee(self, person: PersonId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        """Tickets of an assignee (None: unassigned) on a shelf, by next deadline."""

    def by_requester(self, person: PersonId, cursor: str | None, limit: int, *, shared: bool = False) -> Listing:
        """A requester's tickets, newest first; of `shared` also those of others in which they take part, which is one
        request more for the page that has some. A page may have fewer than it could.
        """

    def by_organization(self, organization: str, cursor: str | None, limit: int) -> Listing:
        """An organization's tickets, newest first."""

    def waking(self, shard: int, until: datetime) -> Sequence[Card]:
        """Tickets of this region whose wake_at is not after `until`, overdue ones included, earliest first."""

    def ids(self, after: TicketId | None = None) -> Iterator[TicketId]:
        """Every ticket there is, or those that the walk comes to after one of them: over the whole table, for operators
        only.
        """

    def share(self, ticket: Ticket) -> None:
        """Write for everybody who takes part in it that they do, as when they came; if its version has not moved, else
        ConflictError.
        """

    def put_head(self, ticket: Ticket) -> None:
        """Replace a head that was refolded from its entries, if its version has not moved; ConflictError."""
