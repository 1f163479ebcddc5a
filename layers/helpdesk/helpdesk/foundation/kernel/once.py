from __future__ import annotations

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import TicketId


class Once(Struct, frozen=True, kw_only=True):
    """An idempotency key in its scope (actor or form session, and route), and a digest of what was asked under it."""

    key: str
    payload: str


class Answered(Struct, frozen=True, kw_only=True):
    """What an earlier request with the same key did: the ticket as it stood after `version`, and the entry made."""

    ticket_id: TicketId
    version: int
    entry_id: str
    payload: str
