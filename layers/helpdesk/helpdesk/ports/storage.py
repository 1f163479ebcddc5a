"""Ports to what is kept: tickets, people, settings, and the ledger of effects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from helpdesk.domain.vocabulary import Channel, Kind, Level, PersonId, Phase, Priority, TeamId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.domain.assets import Asset
    from helpdesk.domain.availability import Availability
    from helpdesk.domain.boards import BoardChange
    from helpdesk.domain.changes import Change
    from helpdesk.domain.editions import Edition
    from helpdesk.domain.organizations import Organization
    from helpdesk.domain.people import Member, Person, Team
    from helpdesk.domain.settings import DeskSettings
    from helpdesk.domain.sla_book import SlaBook
    from helpdesk.domain.tickets import Entry, Ticket


class Once(Struct, frozen=True, kw_only=True):
    """An idempotency key in its scope (actor or form session, and route), and a digest of what was asked under it."""

    key: str
    payload: str


class Answered(Struct, frozen=True, kw_only=True):
    """What an earlier request with the same key did: the ticket as it stood after `version`, and the entry made."""

    ticket_id: TicketId
    version: int
    entry_id: str
    payload: str


class Limit(Struct, frozen=True, kw_only=True):
    """A counter that may not pass `most` within its window, which ends after `window`."""

    key: str
    most: int
    window: timedelta


class Prepared(Struct, frozen=True, kw_only=True):
    """What is known before a ticket is made: who has the address, whose its domain is, what the key did before, and
    the assets it names, by their folded names.
    """

    person: Person | None
    organization: Organization | None
    answered: Answered | None
    assets: Mapping[str, Asset] = field(default_factory=dict)


class Page(Struct, frozen=True, kw_only=True):
    """A slice of a timeline, oldest first. `earlier` continues before it; None at the beginning."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    earlier: str | None


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


class Listing(Struct, frozen=True, kw_only=True):
    """`after` gives the cursor that goes on behind the item at a position."""

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

    def prepare(self, email: str, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        """What is known of an address, a key and some names of assets, in one request."""

    def save(
        self,
        change: Change,
        once: Once | None = None,
        newcomer: Person | None = None,
        limits: Sequence[Limit] = (),
        board: BoardChange | None = None,
    ) -> Ticket:
        """Write head and entries, and the notes that they keep, together with what is given, or nothing.

        Raises ConflictError when the head, the key or the newcomer's address was written meanwhile,
        RateLimitedError when a limit is used up; ConflictError too when the `board` was written meanwhile.
        """

    def remember(self, once: Once, answered: Answered) -> None:
        """Record the answer to a key whose request changed nothing; ConflictError when it is known."""

    def timeline(self, ticket_id: TicketId, before: str | None, limit: int) -> Page:
        """The newest `limit` entries before the cursor, with the head, in one request; NotFoundError."""

    def entries(self, ticket_id: TicketId, up_to: int | None = None) -> Sequence[Entry]:
        """All entries in commit order, up to a version: for rebuilding and for answering a known key."""

    def commit(self, ticket_id: TicketId, version: int) -> Sequence[Entry]:
        """The entries of one commit, in order."""

    def by_team(self, team: TeamId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        """Tickets of a team (None: of no team) on a shelf, by next deadline."""

    def by_assignee(self, person: PersonId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        """Tickets of an assignee (None: unassigned) on a shelf, by next deadline."""

    def by_requester(self, person: PersonId, cursor: str | None, limit: int) -> Listing:
        """A requester's tickets, newest first."""

    def by_organization(self, organization: str, cursor: str | None, limit: int) -> Listing:
        """An organization's tickets, newest first."""

    def waking(self, shard: int, until: datetime) -> Sequence[Card]:
        """Tickets of this region whose wake_at is not after `until`, overdue ones included, earliest first."""

    def ids(self) -> Iterator[TicketId]:
        """Every ticket there is: a walk over the whole table, for operators only."""

    def put_head(self, ticket: Ticket) -> None:
        """Replace a head that was refolded from its entries, if its version has not moved; ConflictError."""


class Directory(Protocol):
    def person(self, person_id: PersonId) -> Person:
        """The person, or NotFoundError."""

    def by_email(self, email: str) -> Person | None: ...

    def put_person(self, person: Person) -> None: ...

    def put_staff(self, person: Person) -> None:
        """Put somebody, and in all their teams what those keep of them: their role, and where else they work."""

    def add_person(self, person: Person) -> None:
        """Put somebody new; ConflictError when somebody has their address already."""


class Staffing(Protocol):
    def teams(self) -> Sequence[Team]: ...

    def members(self, team: TeamId) -> Sequence[Member]: ...

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        """Set the team and its members. What members hold is not touched by it.

        A revision is put over the one before it alone, else ConflictError and nothing; 0 is put over any.
        """

    def availability(self, person_id: PersonId) -> Availability:
        """What somebody can be given; the usual for who has not said anything."""

    def put_availability(self, person: Person, availability: Availability) -> None:
        """Set it for the person and in all their teams; revisions follow each other as those of a team do."""


class SettingsStore(Protocol):
    """Pointers are at most 30 s old, versions are kept for ever."""

    def desk(self) -> DeskSettings: ...

    def desk_now(self) -> DeskSettings:
        """What is saved now, whatever was read before: for who changes it."""

    def save(self, settings: DeskSettings) -> None:
        """Make a version current; ConflictError when there is one of this number already."""

    def sla(self) -> SlaBook: ...

    def sla_edition(self) -> Edition:
        """What is saved now, whatever was read before."""

    def save_sla(self, before: Edition, after: Edition) -> None:
        """Make an edition current, its new versions and a record of the change with it, or nothing.

        Raises ConflictError when `before` is no longer what is current.
        """


class Claim(StrEnum):
    """GRANTED: have the effect now. DONE: it was had. BUSY: another worker holds the lease and may be having it."""

    GRANTED = "granted"
    DONE = "done"
    BUSY = "busy"


class EffectLedger(Protocol):
    """Which effects of an entry were had. The key names the entry, the effect and for whom."""

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        """Claim an effect for the length of a lease; a lease that ran out without `done` can be claimed again."""

    def done(self, ticket_id: TicketId, key: str, message_id: str) -> None:
        """Record that it was had, and that mail answering `message_id` belongs to the ticket."""
