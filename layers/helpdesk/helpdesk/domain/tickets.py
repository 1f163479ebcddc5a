"""The ticket: its head and its entries."""

from datetime import datetime

from msgspec import Struct

from helpdesk.domain import events
from helpdesk.domain.events import AffectedAsset, Event, Personal
from helpdesk.domain.people import Actor
from helpdesk.domain.tape import TapeFact
from helpdesk.domain.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Phase,
    Priority,
    Scale,
    TeamId,
    TicketId,
    Visibility,
)


class Promise(Struct, frozen=True, kw_only=True):
    """The clocks as the last change left them: what lists order by and what wakes the ticket.

    `wake_at` is the next instant at which anything is due; None when nothing is. `armed` is the version that set it:
    with it a wake has one timer, and a wake that is set again after it rang has another. `waiting`: the clock is
    paused.
    """

    next_deadline: datetime | None = None
    next_clock: str | None = None
    wake_at: datetime | None = None
    armed: int = 0
    waiting: bool = False
    breached: tuple[str, ...] = ()


class Entry(Struct, frozen=True, kw_only=True):
    """One immutable line of a ticket: message, activity, domain event, outbox and audit record at once.

    Entries of one commit share `version`; `id` is a ULID and orders them within it. The last one of a commit
    carries the `promise` that holds after it. `personal` is the erasable part. `topics` are what open browsers
    may be watching that this touches.
    """

    id: str
    ticket_id: TicketId
    version: int
    at: datetime
    region: str
    epoch: int
    actor: Actor
    event: Event
    personal: Personal | None = None
    promise: Promise | None = None
    topics: tuple[str, ...] = ()
    correlation_id: str = ""
    causation_id: str = ""

    @property
    def type(self) -> str:
        return type(self.event).__name__

    @property
    def is_public(self) -> bool:
        """Whether the requester may see it. An allow list: a new kind of entry is internal until said otherwise."""
        match self.event:
            case events.MessageAdded(visibility=visibility):
                return visibility is Visibility.PUBLIC
            case events.TicketCreated() | events.StateChanged():
                return True
            case _:
                return False


class Climb(Struct, frozen=True, kw_only=True):
    """An escalation ladder a ticket is on: its version and cause, the steps taken, and when the next is due."""

    climb: str
    next_at: datetime
    taken: int = 0

    @property
    def ladder(self) -> str:
        return self.climb.partition(":")[0]


class Escalation(Struct, frozen=True, kw_only=True):
    """A functional escalation: by which team at which level, to which, because of what (`manual` or a clock).

    `returned_at`: a higher level handed it back with an answer; `needless`, because that could have been found below.
    """

    id: str
    at: datetime
    team: TeamId
    level: Level
    to_level: Level
    category: str | None = None
    cause: str = "manual"
    returned_at: datetime | None = None
    needless: bool = False


class Survey(Struct, frozen=True, kw_only=True):
    """Asking the requester how it went, after the ticket was solved at `since`, for the `cycle`th time.

    `pending`: they are still to be asked, if settings say so. `automatic`: no person solved or closed it.
    """

    cycle: int
    since: datetime
    pending: bool = False
    automatic: bool = False
    asked_at: datetime | None = None
    rating: int | None = None
    rated_at: datetime | None = None


class Ticket(Struct, frozen=True, kw_only=True):
    """The head. `version` counts commits, `revision` counts what people did: it is the ETag, so that a timer or an
    automatic assignment does not refuse an agent who is typing.

    `tape` holds the clock facts, `fired` the clock steps that have had their effect, `until` when a waiting ticket
    comes back by itself.

    `policy_pinned`: a rule named the policy, so that conditions do not choose another.

    `escalations` are those that were not handed back. `skills` are wanted of who takes it, `passed` had it and gave it
    back. In the queue `queue_reason` says why nobody took it yet, and at `alert_at` those who are there are told; at
    `again_at` assignment looks again, and at `respond_by` an owner who did nothing loses it.
    """

    id: TicketId
    version: int
    revision: int
    home_region: str
    epoch: int
    kind: Kind
    subject: str
    state: str
    phase: Phase
    impact: Scale
    urgency: Scale
    priority: Priority
    level: Level
    team: TeamId
    requester: PersonId
    organization: str | None = None
    plan: str | None = None
    channel: Channel
    language: str
    category: str | None = None
    policy: str | None = None
    policy_pinned: bool = False
    created_at: datetime
    updated_at: datetime
    state_since: datetime
    until: datetime | None = None
    vendor: str | None = None
    assignee: PersonId | None = None
    assignee_name: str | None = None
    text_language: str | None = None
    skills: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    assets: tuple[AffectedAsset, ...] = ()
    unknown_asset: str | None = None
    passed: tuple[PersonId, ...] = ()
    queue_reason: str | None = None
    again_at: datetime | None = None
    alert_at: datetime | None = None
    respond_by: datetime | None = None
    requester_name: str = ""
    requester_email: str = ""
    tape: tuple[TapeFact, ...] = ()
    fired: frozenset[str] = frozenset()
    climbs: tuple[Climb, ...] = ()
    survey: Survey | None = None
    escalations: tuple[Escalation, ...] = ()
    promise: Promise = Promise()
