"""The head is the fold of the entries, and its tape the clock facts in them: nothing else decides either."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from helpdesk.domain import events
from helpdesk.domain.events import Event, Personal
from helpdesk.domain.tape import FactKind, TapeFact
from helpdesk.domain.tickets import Entry, Ticket
from helpdesk.domain.vocabulary import Role, Visibility


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
        state_since=entry.at,
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


def _state(_: Ticket, entry: Entry, event: Any) -> Mapping[str, Any]:
    return {"state": event.state, "phase": event.phase, "state_since": entry.at, "until": event.until}


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
    events.TicketDeescalated: _escalated,
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
        case events.TicketEscalated() | events.TicketDeescalated():
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
