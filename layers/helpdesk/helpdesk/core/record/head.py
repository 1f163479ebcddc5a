"""The core of a ticket's head: what every chapter may look at."""

from datetime import datetime

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Phase,
    Priority,
    Scale,
    TeamId,
    TicketId,
)


class Head(Struct, frozen=True, kw_only=True):
    id: TicketId
    version: int
    """Counts commits."""
    revision: int
    """Counts what people did. It is the ETag, so a timer or an automatic assignment refuses no agent who is typing."""
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
    """A rule named the policy, so that conditions do not choose another."""
    created_at: datetime
    updated_at: datetime
    state_since: datetime
    state_before: str | None = None
    """Where it came from into its state; None before its first move."""
    until: datetime | None = None
    """When a waiting ticket comes back by itself."""
    vendor: str | None = None
    """Who outside is waited for."""
    assignee: PersonId | None = None
    assignee_name: str | None = None
    text_language: str | None = None
    """What its requester writes in, once their words left no doubt."""
    skills: tuple[str, ...] = ()
    """Wanted of who takes it."""
    tags: tuple[str, ...] = ()
