"""Facts about tickets, in the past tense. Each class owns its name and version; a field never changes its meaning.

An optional field may be added in place. Anything else is a new version, published beside the old one until no rule
names that.
"""

from datetime import datetime
from typing import ClassVar, Final

from helpdesk.core.record.affected import AffectedAsset
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.event import Event
from helpdesk.foundation.kernel.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Phase,
    Priority,
    Proof,
    Role,
    Scale,
    TeamId,
    TicketId,
    Via,
    Visibility,
)


class TicketCreated(Event, frozen=True, kw_only=True):
    """A ticket came in and was routed. `rule` names the routing rule that matched, `policy` the SLA policy chosen;
    `policy_pinned` says that a rule named it and no condition chose it.

    `impact_before` is set when the `assets` raised it from that. `unknown_asset` is what the sender called one that
    nobody knows by this name. `follows` is a ticket that had no more room, and goes on here. `noted_by` is who of the
    staff wrote down what the requester said or sent elsewhere. A requester who is `unaddressed` has no mail address:
    nothing goes to them. `topic` is the form by which they asked.

    What came by mail to a `mailbox` names the `mail`, and the ticket it seems to be about, where it is `related` to one
    of whose people its sender is not. One is `unacknowledged` where nobody is to be told that it came: a machine sent
    it, or its mailbox does not say so. A mail is `doubted` when the domain it names as its own does not vouch for it;
    `spf`, `dkim` and `dmarc` are what these checks found.
    """

    words: ClassVar[frozenset[str]] = frozenset({"subject", "unknown_asset"})

    kind: Kind
    subject: str
    state: str
    phase: Phase
    impact: Scale
    urgency: Scale
    priority: Priority
    level: Level
    team: TeamId
    rule: str
    requester: PersonId
    organization: str | None = None
    channel: Channel
    language: str
    category: str | None = None
    policy: str | None = None
    attachments: tuple[Attachment, ...] = ()
    rules: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    text_language: str | None = None
    plan: str | None = None
    policy_pinned: bool = False
    assets: tuple[AffectedAsset, ...] = ()
    impact_before: Scale | None = None
    unknown_asset: str | None = None
    follows: TicketId | None = None
    noted_by: PersonId | None = None
    unaddressed: bool | None = None
    mailbox: str | None = None
    mail: str | None = None
    related: TicketId | None = None
    unacknowledged: bool | None = None
    topic: str | None = None
    doubted: bool | None = None
    spf: Proof | None = None
    dkim: Proof | None = None
    dmarc: Proof | None = None

    @property
    def is_public(self) -> bool:
        return True


class MessageAdded(Event, frozen=True, kw_only=True):
    """Somebody wrote. `by` is the part they play in the ticket: a lead writing as requester is a requester here.

    `automatic` marks machine mail and thanks-only replies: they move no clock. `text_language` is told once, by the
    first words of the requester that leave no doubt. `via` is how they came to write: by a link that may have been
    passed on, signed in, or not at all: `noted_by` wrote down what they said. `mail` is the one it came by;
    it is `doubted` as in TicketCreated.
    """

    visibility: Visibility
    by: Role
    channel: Channel
    attachments: tuple[Attachment, ...] = ()
    automatic: bool = False
    text_language: str | None = None
    via: Via | None = None
    noted_by: PersonId | None = None
    mail: str | None = None
    doubted: bool | None = None

    @property
    def is_public(self) -> bool:
        return self.visibility is Visibility.PUBLIC


class TicketUpdated(Event, frozen=True, kw_only=True):
    """Fields changed; only those that did are set. A new team takes the ticket from its assignee.

    An empty `policy` says that no promise holds any longer, an empty `plan` that the organization has none, an empty
    `category` that there is none. `assets` are all that are affected from now on, `impact_before` is set when new ones
    among them raised it from that. `reason` is why a lead corrected where it had been routed to.
    """

    words: ClassVar[frozenset[str]] = frozenset({"subject", "reason"})

    subject: str | None = None
    kind: Kind | None = None
    category: str | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    priority: Priority | None = None
    level: Level | None = None
    team: TeamId | None = None
    organization: str | None = None
    policy: str | None = None
    plan: str | None = None
    assets: tuple[AffectedAsset, ...] | None = None
    impact_before: Scale | None = None
    reason: str | None = None


class StateChanged(Event, frozen=True, kw_only=True):
    """The ticket moved on in its life. `until` is when a waiting ticket comes back by itself.

    `vendor` is who outside is waited for from now on, empty when the ticket came back from them; without it that stays.
    `told` is where the requester heard of it from who did it, a call for example: that was an answer.
    """

    words: ClassVar[frozenset[str]] = frozenset({"reason"})

    state: str
    phase: Phase
    previous: str
    reason: str = ""
    until: datetime | None = None
    vendor: str | None = None
    told: Channel | None = None

    @property
    def is_public(self) -> bool:
        return True


FACTS: Final = (TicketCreated, MessageAdded, TicketUpdated, StateChanged)
