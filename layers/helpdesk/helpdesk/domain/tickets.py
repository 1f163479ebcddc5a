"""The ticket: its head, which is the fold of its entries, and nothing that is not in them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from helpdesk.domain import events
from helpdesk.domain.events import Event, Personal
from helpdesk.domain.people import Actor
from helpdesk.domain.tape import FactKind, TapeFact
from helpdesk.domain.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Phase,
    Priority,
    Role,
    Scale,
    TeamId,
    TicketId,
    Visibility,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The clocks as the last change left them: what lists order by and what wakes the ticket.

    `wake_at` is the next instant at which anything is due; None when nothing is. `waiting`: the clock is paused.
    """

    next_deadline: datetime | None = None
    next_clock: str | None = None
    wake_at: datetime | None = None
    waiting: bool = False
    breached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """The head. `version` counts commits, `revision` counts what people did: it is the ETag, so that a timer or an
    automatic assignment does not refuse an agent who is typing.

    `tape` holds the clock facts, `fired` the clock steps that have had their effect.
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
    channel: Channel
    language: str
    category: str | None = None
    policy: str | None = None
    created_at: datetime
    updated_at: datetime
    assignee: PersonId | None = None
    assignee_name: str | None = None
    requester_name: str = ""
    requester_email: str = ""
    tape: tuple[TapeFact, ...] = ()
    fired: frozenset[str] = frozenset()
    promise: Promise = Promise()


def fold(entries: Iterable[Entry], start: Ticket | None = None) -> Ticket:
    """The head that these entries, in commit order, make."""
    ticket = start
    for entry in entries:
        ticket = evolve(ticket, entry)
    if ticket is None:
        raise ValueError("A ticket begins with an entry")
    return ticket


def evolve(ticket: Ticket | None, entry: Entry) -> Ticket:
    if isinstance(entry.event, events.TicketCreated):
        changed = _created(entry, entry.event)
    elif ticket is None:
        raise ValueError(f"{entry.ticket_id} begins with {entry.type}")
    else:
        changed = replace(ticket, **_CHANGES[type(entry.event)](ticket, entry, entry.event))
    by_people = entry.actor.role is not Role.SYSTEM
    return replace(
        changed,
        version=entry.version,
        revision=changed.revision + by_people,
        updated_at=entry.at,
        epoch=entry.epoch,
        tape=changed.tape + tape_of(entry),
        promise=entry.promise or changed.promise,
    )


def _created(entry: Entry, event: events.TicketCreated) -> Ticket:
    personal = entry.personal or Personal()
    return Ticket(
        id=entry.ticket_id,
        version=entry.version,
        revision=0,
        home_region=entry.region,
        epoch=entry.epoch,
        kind=event.kind,
        subject=event.subject,
        state=event.state,
        phase=event.phase,
        impact=event.impact,
        urgency=event.urgency,
        priority=event.priority,
        level=event.level,
        team=event.team,
        requester=event.requester,
        organization=event.organization,
        channel=event.channel,
        language=event.language,
        category=event.category,
        policy=event.policy,
        created_at=entry.at,
        updated_at=entry.at,
        requester_name=personal.name or "",
        requester_email=personal.email or "",
    )


_UPDATABLE = (
    "subject", "kind", "category", "impact", "urgency", "priority", "level", "team", "organization", "policy",
)  # fmt: skip


def _updated(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    changes = {name: value for name in _UPDATABLE if (value := getattr(event, name)) is not None}
    if "team" in changes and changes["team"] != ticket.team:
        changes |= {"assignee": None, "assignee_name": None}
    return changes


def _assigned(_: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    name = entry.personal.name if entry.personal else None
    return {"assignee": event.assignee, "assignee_name": name}


def _escalated(_: Ticket, __: Entry, event: Any) -> Mapping[str, Any]:
    return {"level": event.level, "team": event.team, "assignee": None, "assignee_name": None}


def _fired(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"fired": ticket.fired | {event.step}}


def _state(_: Ticket, __: Entry, event: Any) -> Mapping[str, Any]:
    return {"state": event.state, "phase": event.phase}


def _recomputed(ticket: Ticket, _: Entry, event: Any) -> Mapping[str, Any]:
    return {"policy": event.policy or ticket.policy}


def _nothing(_: Ticket, __: Entry, ___: Any) -> Mapping[str, Any]:
    return {}


_CHANGES: dict[type[Event], Callable[[Ticket, Entry, Any], Mapping[str, Any]]] = {
    events.MessageAdded: _nothing,
    events.TicketUpdated: _updated,
    events.StateChanged: _state,
    events.TicketAssigned: _assigned,
    events.TicketEscalated: _escalated,
    events.ClockWarned: _fired,
    events.ClockBreached: _fired,
    events.ClocksRecomputed: _recomputed,
}


def tape_of(entry: Entry) -> tuple[TapeFact, ...]:
    """The clock facts in one entry. The head's tape is these of all its entries, in order: a test holds it to that."""
    return tuple(TapeFact(at=entry.at, kind=kind, value=value) for kind, value in _facts(entry.event))


def _facts(event: Event) -> list[tuple[FactKind, str]]:
    match event:
        case events.TicketCreated():
            facts = [
                (FactKind.CREATED, ""),
                (FactKind.STATE, f"{event.state}/{event.phase}"),
                (FactKind.PRIORITY, event.priority.value),
                (FactKind.LEVEL, event.level.value),
            ]
            return facts + ([(FactKind.POLICY, event.policy)] if event.policy else [])
        case events.MessageAdded(automatic=False, visibility=Visibility.PUBLIC):
            return [(FactKind.AGENT_REPLY if event.by.is_staff else FactKind.REQUESTER_MESSAGE, "")]
        case events.StateChanged():
            return [(FactKind.STATE, f"{event.state}/{event.phase}")]
        case events.TicketUpdated():
            return _changed_facts(event)
        case events.TicketEscalated():
            return [(FactKind.LEVEL, event.level.value), (FactKind.OWNER, "")]
        case events.TicketAssigned():
            return [(FactKind.OWNER, event.assignee or "")]
        case events.ClocksRecomputed(policy=str(policy)):
            return [(FactKind.POLICY, policy)]
        case _:
            return []


def _changed_facts(event: events.TicketUpdated) -> list[tuple[FactKind, str]]:
    pairs = (
        (FactKind.PRIORITY, event.priority),
        (FactKind.LEVEL, event.level),
        (FactKind.POLICY, event.policy),
    )
    facts = [(kind, str(value)) for kind, value in pairs if value]
    return facts + ([(FactKind.OWNER, "")] if event.team else [])
