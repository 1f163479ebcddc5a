"""Facts on their way: as records of the table's stream, and as the bus delivers them."""

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from helpdesk.channels.publishing.rules import Envelope, envelope
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.dynamodb.items import entry_item
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.samples import invocation

Event = dict[str, Any]


def inserted(entry: Entry) -> Event:
    """The record that the stream has of an entry."""
    record = invocation("publish_events", "stream")["Records"][0]
    item = entry_item(entry)
    image = {name: {kind: _in_json(held) for kind, held in value.items()} for name, value in item.items()}
    return record | {"dynamodb": record["dynamodb"] | {"Keys": {k: item[k] for k in ("pk", "sk")}, "NewImage": image}}


def _in_json(held: Any) -> Any:
    return b64encode(held).decode() if isinstance(held, bytes) else held


def queued(*bodies: str, group: str = "") -> Event:
    """Messages of a queue, as Lambda is invoked with them."""
    template = invocation("publish_events", "republish")["Records"][0]
    return {"Records": [_message(template, f"message-{n}", body, group) for n, body in enumerate(bodies)]}


def _message(template: Event, message_id: str, body: str, group: str) -> Event:
    attributes = template["attributes"] | ({"MessageGroupId": group} if group else {})
    return template | {"messageId": message_id, "body": body, "attributes": attributes}


def delivered(fact: Envelope) -> Event:
    """A fact as the bus delivers it to a function."""
    return {
        "version": "0",
        "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
        "detail-type": fact.type,
        "source": "helpdesk",
        "account": "111122223333",
        "time": "2026-03-02T09:00:00Z",
        "region": "eu-central-1",
        "resources": [],
        "detail": json.loads(json.dumps(fact.detail)),
    }


def facts_of(desk: Desk, ticket: str, *types: str) -> Sequence[Event]:
    """What happened to a ticket (of these types, if any are named), as the bus delivers it."""
    entries = desk.tickets.entries(TicketId(ticket))
    return [delivered(_told(desk, entry)) for entry in entries if not types or entry.type in types]


def _told(desk: Desk, entry: Entry) -> Envelope:
    return envelope(entry, arm=True, watched=desk.live.board.watched(entry.topics))
