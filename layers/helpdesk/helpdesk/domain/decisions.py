"""What may happen to a ticket and what follows from it. Pure: a ticket and a wish in, facts out, or a refusal.

A decision that would change nothing returns no facts, so that saying a thing twice is harmless.
"""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.domain import events
from helpdesk.domain.assets import raised
from helpdesk.domain.errors import InvalidError, TransitionRefusedError
from helpdesk.domain.events import AffectedAsset, Attachment, Event, Personal
from helpdesk.domain.people import Actor, Person
from helpdesk.domain.refusals import LEVEL_ALREADY, NOT_ON_HOLD, NOT_WAITING
from helpdesk.domain.routing import route
from helpdesk.domain.rules import Incoming
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.thanks import only_thanks
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import (
    Channel,
    Kind,
    Level,
    Phase,
    Role,
    Scale,
    Visibility,
)


class Fact(Struct, frozen=True, kw_only=True):
    event: Event
    personal: Personal | None = None


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


class Message(Struct, frozen=True, kw_only=True):
    """`state` moves the ticket in the same change, as an agent's "send and set pending" does. `text_language` is
    what the requester wrote in, if the ticket did not say yet.
    """

    body: str
    visibility: Visibility
    channel: Channel
    attachments: tuple[Attachment, ...] = ()
    state: str | None = None
    text_language: str | None = None


_AS_ASKED: Final = (
    "subject", "plan", "channel", "language", "attachments", "text_language", "unknown_asset",
)  # fmt: skip


def create(
    draft: Draft, requester: Person, settings: DeskSettings, policy: str | None, at: datetime | None = None
) -> list[Fact]:
    """`policy` is the SLA policy the ticket begins with unless a rule sets one; `at` is when rules with hours are
    asked.
    """
    routed = route(incoming(draft, requester, settings, at), settings)
    wanted, urgency = routed.then.impact or draft.impact, routed.then.urgency or draft.urgency
    impact = raised(wanted, draft.affected)
    state = settings.state(settings.initial_state)
    created = events.TicketCreated(
        kind=routed.then.kind or draft.kind,
        state=state.name,
        phase=state.phase,
        impact=impact,
        urgency=urgency,
        priority=settings.priority(impact, urgency),
        level=routed.level,
        team=routed.team,
        requester=requester.id,
        organization=draft.organization or requester.organization,
        category=settings.check_category(routed.then.category or draft.category),
        policy=routed.then.policy or policy,
        assets=draft.affected,
        impact_before=None if impact == wanted else wanted,
        **{name: getattr(draft, name) for name in _AS_ASKED},
        **routed.named,
    )
    return [Fact(event=created, personal=Personal(body=draft.description, name=requester.name, email=requester.email))]


def incoming(draft: Draft, requester: Person, settings: DeskSettings, at: datetime | None) -> Incoming:
    """What the intake rules may look at."""
    return Incoming(
        text=draft.text,
        channel=draft.channel,
        kind=draft.kind,
        sender=requester.email,
        organization=draft.organization or requester.organization,
        plan=draft.plan,
        category=settings.check_category(draft.category),
        language=draft.text_language or draft.language,
        assets=draft.affected,
        at=at,
    )


def add_message(ticket: Ticket, message: Message, by: Actor, settings: DeskSettings) -> list[Fact]:
    """A requester's message takes the ticket back to work, unless it is thanks; so does an agent's first answer."""
    part = part_of(by, ticket)
    if ticket.phase is Phase.CLOSED and message.visibility is Visibility.PUBLIC:
        raise TransitionRefusedError(f"{ticket.id} is closed. Please open a new ticket.")
    added = events.MessageAdded(
        visibility=message.visibility,
        by=part,
        channel=message.channel,
        attachments=message.attachments,
        automatic=part is Role.REQUESTER and not message.attachments and only_thanks(message.body, ticket),
        text_language=message.text_language,
    )
    facts = [Fact(event=added, personal=Personal(body=message.body))]
    target = message.state or _state_after(ticket, added, settings)
    return facts + transition(ticket, target, "", settings)


def part_of(by: Actor, ticket: Ticket) -> Role:
    """Staff who opened a ticket for themselves are its requester here; a guest is whom the link was signed for."""
    return Role.REQUESTER if by.id == ticket.requester or by.role is Role.GUEST else by.role


def _state_after(ticket: Ticket, added: events.MessageAdded, settings: DeskSettings) -> str:
    if added.visibility is Visibility.INTERNAL or added.automatic:
        return ticket.state
    if added.by.is_staff:
        return settings.working_state if ticket.phase is Phase.NEW else ticket.state
    reopens = ticket.phase in {Phase.PENDING, Phase.SOLVED}
    return settings.working_state if reopens else ticket.state


def transition(
    ticket: Ticket,
    target: str,
    reason: str,
    settings: DeskSettings,
    until: datetime | None = None,
    vendor: str | None = None,
) -> list[Fact]:
    """Move to another state. A waiting state may name `until` when the ticket comes back by itself; one on hold, the
    `vendor` who is waited for, whose clock runs until it is taken off hold or waits for no vendor any more, "".
    """
    if target == ticket.state:
        until = until or ticket.until
        if until == ticket.until and vendor in {None, ticket.vendor or ""}:
            return []
    state = settings.state(target) if target == ticket.state else settings.move(ticket.state, target)
    if until and state.phase not in {Phase.PENDING, Phase.ON_HOLD}:
        raise InvalidError.at("until", NOT_WAITING(state=target))
    if vendor and state.phase is not Phase.ON_HOLD:
        raise InvalidError.at("vendor", NOT_ON_HOLD(state=target))
    if state.phase is not Phase.ON_HOLD and ticket.vendor:
        vendor = ""
    moved = events.StateChanged(
        state=state.name, phase=state.phase, previous=ticket.state, reason=reason, until=until, vendor=vendor
    )
    return [Fact(event=moved)]


def escalate(
    ticket: Ticket, level: Level | None, reason: str, tried: str, settings: DeskSettings, cause: str = "manual"
) -> list[Fact]:
    """Hand over to a higher level, the next one by default. Only upwards; at L3 there is nobody above."""
    if ticket.phase.is_finished:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state}; reopen it to escalate it.")
    target = level or ticket.level.next
    if target is None or target <= ticket.level:
        raise InvalidError.at("level", LEVEL_ALREADY(ticket=ticket.id, level=ticket.level))
    event = events.TicketEscalated(
        level=target,
        team=settings.team_at(target, ticket.category),
        previous_level=ticket.level,
        previous_team=ticket.team,
        reason=reason,
        tried=tried,
        cause=cause,
    )
    return [Fact(event=event)]


def deescalate(
    ticket: Ticket, level: Level | None, answer: str, settings: DeskSettings, *, needless: bool
) -> list[Fact]:
    """Hand back to a lower level, the next one by default, with the answer it needs."""
    check_open(ticket)
    target = level or ticket.level.previous
    if target is None or target >= ticket.level:
        raise InvalidError.at("level", LEVEL_ALREADY(ticket=ticket.id, level=ticket.level))
    event = events.TicketDeescalated(
        level=target,
        team=settings.team_at(target, ticket.category),
        previous_level=ticket.level,
        previous_team=ticket.team,
        answer=answer,
        needless=needless,
    )
    return [Fact(event=event)]


def check_open(ticket: Ticket) -> None:
    if ticket.phase is Phase.CLOSED:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state} and no longer changes.")
