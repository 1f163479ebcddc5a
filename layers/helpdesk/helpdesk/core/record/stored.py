"""How heads and entries are written, and read again: nobody else knows it."""

from typing import Any

import msgspec
from msgspec.structs import replace

from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.tape import decode_tape, encode_tape
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.encoding import encode


def encode_ticket(ticket: Ticket) -> str:
    return encode({**_filled(ticket), "tape": encode_tape(ticket.tape)})


def decode_ticket(text: str) -> Ticket:
    document = msgspec.json.decode(text)
    tape = decode_tape(document.pop("tape"))
    return replace(msgspec.convert(document, Ticket), tape=tape)


def encode_entry(entry: Entry) -> str:
    """Everything but the erasable part, which is stored beside it."""
    document = _filled(entry)
    document.pop("personal", None)
    return encode(document | {"type": entry.type, "event": _filled(entry.event)})


def decode_entry(text: str, personal: str | None) -> Entry:
    document = msgspec.json.decode(text)
    event = msgspec.convert(document.pop("event"), CATALOGUE[document.pop("type")])
    words = msgspec.json.decode(personal) if personal else None
    # The declared type of `event` is their common base, which converts from nothing.
    return replace(msgspec.convert(document | {"event": {}, "personal": words}, Entry), event=event)


def _filled(value: Any) -> dict[str, Any]:
    """Its fields as plain data, without those that are absent."""
    plain: dict[str, Any] = msgspec.to_builtins(value)
    return {name: field for name, field in plain.items() if field is not None}
