"""Rows made anew from what tickets say now, for operators, while the desk works on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.numbers.actions import projecting
from helpdesk.core.tickets.actions import reading
from helpdesk.foundation.kernel.apart import tried

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from helpdesk.capabilities.numbers.rules.row import Row
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import TicketId

IN_ONE: Final = 2000
"""Rows of one pack, a few megabytes before they are packed."""


class Made(Struct, frozen=True, kw_only=True):
    """A month that is done: how many tickets it has, and which could not be counted."""

    month: str
    tickets: int
    failed: tuple[TicketId, ...] = ()


def is_made(desk: Desk, month: str, since: datetime) -> bool:
    """Whether nothing is left from before that, so that who broke off goes on."""
    packs = list(desk.numbers.packs.stored(month))
    return bool(packs) and all(pack.at >= since for pack in packs)


def make(desk: Desk, month: str, tickets: Sequence[TicketId]) -> Made:
    """Make the rows of a month anew. What was there before they were read goes; what others add meanwhile is later."""
    before = [pack.name for pack in desk.numbers.packs.stored(month)]
    failed: list[TicketId] = []

    def row(head: Ticket) -> Row:
        return projecting.row(desk, reading.read(desk, head))

    for part in reading.parts(tickets, IN_ONE):
        rows, left_out = tried(reading.heads(desk, part), row)
        failed += [head.id for head, _ in left_out]
        if rows:
            projecting.put(desk, month, rows)
    for name in before:
        desk.numbers.packs.delete(month, name)
    return Made(month=month, tickets=len(tickets) - len(failed), failed=tuple(failed))


def project(desk: Desk, tickets: Iterable[Ticket]) -> list[TicketId]:
    """Add them to what holds; those of which that failed."""
    failed: list[TicketId] = []
    for part in reading.parts(tickets):
        found, unread = tried(part, lambda head: reading.read(desk, head))
        failed += [*(head.id for head, _ in unread), *projecting.project(desk, found)]
    return failed
