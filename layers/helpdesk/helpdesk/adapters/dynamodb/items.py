"""Items of the ticket partition and of the idempotency records, made and read."""

from datetime import datetime, timedelta
from typing import Any, Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.domain.tickets import Entry, Promise, Ticket
from helpdesk.ports import Answered, Card, Once

Item = dict[str, Any]
KEY_LIFETIME: Final = timedelta(hours=24)


def head_item(ticket: Ticket) -> Item:
    return {
        **keys.head(ticket.id),
        **keys.index_attributes(ticket),
        "version": keys.number(ticket.version),
        "head": keys.text(codec.encode_ticket(ticket)),
    }


def card_item(ticket: Ticket) -> Item:
    return {"card": keys.text(codec.encode(card(ticket)))}


_ON_CARD: Final = tuple(name for name in Card.__struct_fields__ if name in Ticket.__struct_fields__)
_PROMISED: Final = Promise.__struct_fields__


def card(ticket: Ticket) -> Card:
    """What the card names, from the ticket and its promise."""
    shown = {name: getattr(ticket, name) for name in _ON_CARD}
    return Card(**shown, **{name: getattr(ticket.promise, name) for name in _PROMISED})


def card_of(item: Item) -> Card:
    return codec.decode(Card, item["card"]["S"])


def entry_item(entry: Entry) -> Item:
    item = {
        **keys.entry(entry.ticket_id, entry.version, entry.id),
        "type": keys.text(entry.type),
        "entry": keys.text(codec.encode_entry(entry)),
    }
    if entry.personal:
        item["personal"] = keys.text(codec.encode(entry.personal))
    return item


def entry_of(item: Item) -> Entry:
    return codec.decode_entry(item["entry"]["S"], item["personal"]["S"] if "personal" in item else None)


def once_item(once: Once, answered: Answered, now: datetime) -> Item:
    return {
        **keys.once(once.key),
        "answered": keys.text(codec.encode(answered)),
        "expires_at": keys.number(int((now + KEY_LIFETIME).timestamp())),
    }


def answered_of(item: Item | None) -> Answered | None:
    return codec.decode(Answered, item["answered"]["S"]) if item else None
