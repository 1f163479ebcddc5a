"""How entries are written, and read again: nobody else knows it."""

import msgspec
from msgspec.structs import replace

from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.kernel.encoding import encode as encoded
from helpdesk.foundation.kernel.encoding import filled


def encode(entry: Entry) -> str:
    """Everything but the erasable part, which is stored beside it."""
    document = filled(entry)
    document.pop("personal", None)
    return encoded(document | {"type": entry.type, "event": filled(entry.event)})


def decode(text: str, personal: str | None) -> Entry:
    document = msgspec.json.decode(text)
    event = msgspec.convert(document.pop("event"), CATALOGUE[document.pop("type")])
    words = msgspec.json.decode(personal) if personal else None
    # The declared type of `event` is their common base, which converts from nothing.
    return replace(msgspec.convert(document | {"event": {}, "personal": words}, Entry), event=event)
