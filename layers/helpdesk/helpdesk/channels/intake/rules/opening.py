from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.routing.rules.route import route
from helpdesk.capabilities.routing.rules.rule import Incoming, Rule
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.affected import AffectedAsset, raised
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Scale


class Sender(Struct, frozen=True, kw_only=True):
    """Who a ticket is for. Somebody unknown comes into the directory together with the ticket."""

    email: str
    name: str
    language: str = "en"


class Draft(Struct, frozen=True, kw_only=True):
    """A ticket as somebody asks for it, before anything is decided. `assets` are names, and those `affected` by it the
    assets that were found by them.
    """

    subject: str
    description: str
    channel: Channel
    kind: Kind = Kind.INCIDENT
    category: str | None = None
    impact: Scale = Scale.LOW
    urgency: Scale = Scale.MEDIUM
    language: str = "en"
    text_language: str | None = None
    organization: str | None = None
    plan: str | None = None
    assets: tuple[str, ...] = ()
    affected: tuple[AffectedAsset, ...] = ()
    unknown_asset: str | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def text(self) -> str:
        """All that was written, for rules that look for words."""
        return f"{self.subject}\n{self.description}"


_AS_ASKED: Final = (
    "subject", "plan", "channel", "language", "attachments", "text_language", "unknown_asset",
)  # fmt: skip


def create(
    draft: Draft,
    requester: Person,
    terms: TicketTerms,
    rules: tuple[Rule, ...],
    policy: str | None,
    at: datetime | None = None,
) -> list[Fact]:
    """`policy` is the SLA policy the ticket begins with unless a rule sets one; `at` is when rules with hours are
    asked.
    """
    routed = route(incoming(draft, requester, terms, at), rules, terms)
    wanted, urgency = routed.then.impact or draft.impact, routed.then.urgency or draft.urgency
    impact = raised(wanted, draft.affected)
    state = terms.state(terms.initial_state)
    created = TicketCreated(
        kind=routed.then.kind or draft.kind,
        state=state.name,
        phase=state.phase,
        impact=impact,
        urgency=urgency,
        priority=terms.priority(impact, urgency),
        level=routed.level,
        team=routed.team,
        requester=requester.id,
        organization=draft.organization or requester.organization,
        category=terms.check_category(routed.then.category or draft.category),
        policy=routed.then.policy or policy,
        assets=draft.affected,
        impact_before=None if impact == wanted else wanted,
        **{name: getattr(draft, name) for name in _AS_ASKED},
        **routed.named,
    )
    return [Fact(event=created, personal=Personal(body=draft.description, name=requester.name, email=requester.email))]


def incoming(draft: Draft, requester: Person, terms: TicketTerms, at: datetime | None) -> Incoming:
    """What the intake rules may look at."""
    return Incoming(
        text=draft.text,
        channel=draft.channel,
        kind=draft.kind,
        sender=requester.email,
        organization=draft.organization or requester.organization,
        plan=draft.plan,
        category=terms.check_category(draft.category),
        language=draft.text_language or draft.language,
        assets=draft.affected,
        at=at,
    )
