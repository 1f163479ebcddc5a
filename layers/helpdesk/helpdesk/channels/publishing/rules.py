"""How a fact looks on the bus: `{metadata, data}`, without a word that a person wrote."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, to_builtins

from helpdesk.capabilities.assignment.rules.wanted import concerns_assignment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event


class Envelope(Struct, frozen=True, kw_only=True):
    type: str
    detail: dict[str, Any]


def envelope(entry: Entry, *, arm: bool, watched: Collection[str] = ()) -> Envelope:
    """An entry for the bus. The flags are what rules match: `arm` it set a wake that is near, `assign` assignment
    has to look, `attachments` files came with it, `watched` its topics that somebody may be watching.
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
    if seen := [topic for topic in entry.topics if topic in watched]:
        metadata["watched"] = seen
    return Envelope(type=entry.type, detail={"metadata": metadata, "data": published(entry.event)})


def published(event: Event) -> dict[str, Any]:
    """The fields of a fact without what people wrote, names of files and assets among it; instants as text."""
    plain = to_builtins(event, builtin_types=(datetime,))
    data = {name: _text(value) for name, value in plain.items() if name not in event.words}
    for name, told in _TOLD_OF_PARTS.items():
        if data.get(name):
            data[name] = [{field: part[field] for field in told} for part in data[name]]
    return data


_TOLD_OF_PARTS: Final = {
    "attachments": ("id", "size"),
    "shared": ("id", "size", "version"),
    "assets": ("id", "type", "impact"),
}


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
