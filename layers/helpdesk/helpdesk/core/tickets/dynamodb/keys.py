from __future__ import annotations

from typing import Any, Final

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.listing import NO_DEADLINE, NOBODY, entry_sk, shelf, timer_shard
from helpdesk.foundation.kernel.encoding import digest, instant
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key, number, text, ticket_pk

HEAD: Final = "H"  # sorts after every entry, so that one backward query gives the head and the newest entries


def head_key(ticket_id: str) -> Key:
    return item_key(ticket_pk(ticket_id), HEAD)


def entry_key(ticket_id: str, version: int, entry_id: str) -> Key:
    return item_key(ticket_pk(ticket_id), entry_sk(version, entry_id))


def shared_key(person: str, ticket_id: str) -> Key:
    """Of a ticket in which somebody takes part beside its requester."""
    return item_key(f"PART#{person}", f"T#{ticket_id}")


def once_key(key: str) -> Key:
    return item_key(f"I#{digest(key)}", "I")


def index_attributes(ticket: Ticket) -> dict[str, Any]:
    """What the secondary indexes read of a head. An attribute that is absent keeps the head out of its index."""
    promise = ticket.promise
    attributes = {
        "id": text(ticket.id),
        "queue": text(ticket.team or NOBODY),
        "owner": text(ticket.assignee or NOBODY),
        "shelf": text(shelf(ticket)),
        "due_at": text(instant(promise.next_deadline) if promise.next_deadline else NO_DEADLINE),
        "requester": text(ticket.requester),
        "created_at": text(instant(ticket.created_at)),
        "home_region": text(ticket.home_region),
        "timer_shard": number(timer_shard(ticket.id)),
    }
    if ticket.organization:
        attributes["organization"] = text(ticket.organization)
    if promise.wake_at:
        attributes["wake_at"] = text(instant(promise.wake_at))
    return attributes
