"""How a fact looks on the bus: `{metadata, data}`, without a word that a person wrote."""

from datetime import datetime
from typing import Any, Final

from msgspec import Struct, to_builtins

from helpdesk.domain import events
from helpdesk.domain.events import Event
from helpdesk.domain.people import system
from helpdesk.domain.tickets import Entry

ASSIGNMENT: Final = system("assignment")


class Envelope(Struct, frozen=True, kw_only=True):
    type: str
    detail: dict[str, Any]


def envelope(entry: Entry, *, arm: bool) -> Envelope:
    """An entry for the bus. The flags are what rules match: `arm` it set a wake that is near, `assign` assignment
    has to look, `attachments` files came with it.
    """
    metadata = {
        "id": entry.id,
        "version": entry.event.version,
        "ticket_id": entry.ticket_id,
        "ticket_version": entry.version,
        "occurred_at": entry.at.isoformat(),
        "region": entry.region,
        "correlation_id": entry.correlation_id or entry.id,
        "causation_id": entry.causation_id,
        "actor": {"id": entry.actor.id, "role": entry.actor.role.value},
        "public": entry.is_public,
        "topics": list(entry.topics),
        "wake_at": entry.promise.wake_at.isoformat() if entry.promise and entry.promise.wake_at else None,
        "arm": arm,
        "assign": concerns_assignment(entry),
        "attachments": bool(getattr(entry.event, "attachments", ())),
    }
    return Envelope(type=entry.type, detail={"metadata": metadata, "data": published(entry.event)})


def published(event: Event) -> dict[str, Any]:
    """The fields of a fact without what people wrote, names of files and assets among it; instants as text."""
    plain = to_builtins(event, builtin_types=(datetime,))
    data = {name: _text(value) for name, value in plain.items() if name not in event.words}
    for name, told in _TOLD_OF_PARTS.items():
        if data.get(name):
            data[name] = [{field: part[field] for field in told} for part in data[name]]
    return data


_TOLD_OF_PARTS: Final = {"attachments": ("id", "size"), "assets": ("id", "type", "impact")}


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


_ASSIGNING: Final = (
    events.TicketCreated,
    events.TicketEscalated,
    events.TicketDeescalated,
    events.TicketAssigned,
    events.StateChanged,
    events.AssignmentReviewed,
)


def concerns_assignment(entry: Entry) -> bool:
    """Whether assignment has to look: somebody is wanted, or somebody has more or less to do than before.

    What assignment wrote itself it knows.
    """
    by_assignment = entry.actor.id == ASSIGNMENT.id
    match entry.event:
        case events.TicketHandedOver(team=team, previous_team=previous):
            return not by_assignment or team != previous
        case events.TicketUpdated(team=team, level=level, priority=priority):
            return any((team, level, priority))
        case events.MessageAdded(text_language=str()):
            return True
        case event:
            return not by_assignment and isinstance(event, _ASSIGNING)
