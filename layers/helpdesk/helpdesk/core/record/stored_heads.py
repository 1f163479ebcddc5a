"""How heads are written, and read again: nobody else knows it."""

import msgspec
from msgspec.structs import replace

from helpdesk.core.record.tape import decode_tape, encode_tape
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.encoding import encode as encoded
from helpdesk.foundation.kernel.encoding import filled


def encode(ticket: Ticket) -> str:
    return encoded({**filled(ticket), "tape": encode_tape(ticket.tape)})


def decode(text: str) -> Ticket:
    document = msgspec.json.decode(text)
    tape = decode_tape(document.pop("tape"))
    return replace(msgspec.convert(document, Ticket), tape=tape)
