"""The ticket: its head and its entries."""

from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.assets import AffectedAsset
from helpdesk.core.record.ladders import Climb
from helpdesk.core.record.levels import Escalation
from helpdesk.core.record.promise import Promise
from helpdesk.core.record.surveys import Survey
from helpdesk.core.record.tape import TapeFact
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
