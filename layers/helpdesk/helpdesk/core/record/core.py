"""The core of the head, which facts of several chapters move: what the ticket is, and where it stands."""

from datetime import datetime
from typing import Final

from msgspec.structs import replace

from helpdesk.core.record.assignment import TicketHandedOver
from helpdesk.core.record.clocks import ClocksRecomputed
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.head import Head
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated, TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Role

# What the first fact calls as the head does, it is.
_TAKEN: Final = tuple(name for name in TicketCreated.__struct_fields__ if name in Head.__struct_fields__)


def begun(entry: Entry, event: TicketCreated) -> Ticket:
    """The ticket as it came in, before its first entry counts."""
    personal = entry.personal or Personal()
    return Ticket(
        id=entry.ticket_id,
        version=0,
        revision=0,
        home_region=entry.region,
        epoch=entry.epoch,
        created_at=entry.at,
        state_since=entry.at,
        updated_at=entry.at,
        requester_name=personal.name or "",
        requester_email=personal.email or "",
        **{name: getattr(event, name) for name in _TAKEN},
    )


def after(before: Ticket, entry: Entry) -> Ticket:
    by_people = entry.actor.role is not Role.SYSTEM
    return replace(
        _moved(before, entry),
        version=entry.version,
        revision=before.revision + by_people,
        updated_at=entry.at,
        epoch=entry.epoch,
    )


def _moved(before: Ticket, entry: Entry) -> Ticket:
    match entry.event:
        case TicketUpdated() as event:
            return _updated(before, event)
        case StateChanged() as event:
            return _in_state(before, event, entry.at)
        case MessageAdded(text_language=str(language)):
            return replace(before, text_language=before.text_language or language)
        case TicketEscalated(level=level, team=team) | TicketDeescalated(level=level, team=team):
            return replace(before, level=level, team=team)
        case TicketHandedOver(team=team):
            return replace(before, team=team)
        case ClocksRecomputed(policy=str(policy)):
            return replace(before, policy=policy or None)
    return before


def _updated(before: Ticket, event: TicketUpdated) -> Ticket:
    return replace(
        before,
        subject=event.subject or before.subject,
        kind=event.kind or before.kind,
        impact=event.impact or before.impact,
        urgency=event.urgency or before.urgency,
        priority=event.priority or before.priority,
        level=event.level or before.level,
        team=event.team or before.team,
        category=_told(event.category, before.category),
        organization=_told(event.organization, before.organization),
        policy=_told(event.policy, before.policy),
        plan=_told(event.plan, before.plan),
    )


def _in_state(before: Ticket, event: StateChanged, at: datetime) -> Ticket:
    return replace(
        before,
        state=event.state,
        phase=event.phase,
        state_since=at,
        state_before=before.state if event.state != before.state else before.state_before,
        until=event.until,
        vendor=_told(event.vendor, before.vendor),
    )


def _told(value: str | None, before: str | None) -> str | None:
    """A fact that says nothing leaves what was; an empty word takes it away."""
    return before if value is None else value or None
