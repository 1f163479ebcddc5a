"""Items of the ticket partition and of the idempotency records, made and read."""

from datetime import datetime, timedelta
from typing import Any, Final

from helpdesk.core.record import stored_entries, stored_heads
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.dynamodb.keys import entry_key, head_key, index_attributes, once_key, shared_key
from helpdesk.core.tickets.rules.listing import Card, card
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.platform.dynamodb import keys

Item = dict[str, Any]

KEY_LIFETIME: Final = timedelta(hours=24)


def head_item(ticket: Ticket) -> Item:
    return {
        **head_key(ticket.id),
        **index_attributes(ticket),
        "version": keys.number(ticket.version),
        "head": keys.packed(stored_heads.encode(ticket)),
    }


def head_of(item: Item) -> Ticket:
    return stored_heads.decode(keys.unpacked(item["head"]))


def card_item(ticket: Ticket) -> Item:
    return {"card": keys.packed(encoding.encode(card(ticket)))}


def shared_item(person: str, ticket: Ticket) -> Item:
    """Stands among their own in the index, without a card: what is shown of it is read from the head."""
    own = index_attributes(ticket)
    return shared_key(person, ticket.id) | {
        "requester": keys.text(person),
        "created_at": own["created_at"],
        "id": own["id"],
    }


def card_of(item: Item) -> Card:
    return encoding.decode(Card, keys.unpacked(item["card"]))


def entry_item(entry: Entry) -> Item:
    item = {
        **entry_key(entry.ticket_id, entry.version, entry.id),
        "type": keys.text(entry.type),
        "entry": keys.packed(stored_entries.encode(entry)),
    }
    if entry.personal:
        item["personal"] = keys.text(encoding.encode(entry.personal))
    return item


def entry_of(item: Item) -> Entry:
    """Of an item, or of its image in a stream."""
    return stored_entries.decode(keys.unpacked(item["entry"]), item["personal"]["S"] if "personal" in item else None)


def once_item(once: Once, answered: Answered, now: datetime) -> Item:
    return {
        **once_key(once.key),
        "answered": keys.text(encoding.encode(answered)),
        "expires_at": keys.number(int((now + KEY_LIFETIME).timestamp())),
    }


def answered_of(item: Item | None) -> Answered | None:
    return encoding.decode(Answered, item["answered"]["S"]) if item else None
