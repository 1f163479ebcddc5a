"""Indexes made anew from what tickets say now, for operators, while the desk works on.

A month is written beside what holds and takes its place; what changed meanwhile is then written into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.search.actions import projecting
from helpdesk.core.tickets.actions import reading
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import BusyError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import TicketId


class Made(Struct, frozen=True, kw_only=True):
    """A month that is done: how many tickets it has, and which could not be written."""

    month: str
    tickets: int
    failed: tuple[TicketId, ...] = ()


def is_made(desk: Desk, month: str, since: datetime) -> bool:
    """Whether it was made anew since then, before somebody who did it broke off."""
    made_at = desk.search.manifests.of(month).made_at
    return made_at is not None and made_at >= since


def make(desk: Desk, month: str, tickets: Sequence[TicketId]) -> Made:
    """Make the index of a month anew, of these tickets and no others."""
    teams = projecting.team_names(desk)
    copy = desk.search.copies.anew(month)
    writer = copy.writer()

    def put(head: Ticket) -> tuple[TicketId, int]:
        writer.put([projecting.document(desk, reading.read(desk, head), teams)])
        return head.id, head.version

    put_in, left_out = tried(reading.heads(desk, tickets), put)
    pack = copy.packed(writer.commit())
    desk.search.copies.forget(month)
    if pack:
        name = desk.new_id()
        desk.search.packs.put(month, name, msgspec.msgpack.encode(pack))
        _let_hold(desk, month, name)
    versions = dict(put_in)
    changed = [head for head in reading.heads(desk, tickets) if head.version > versions.get(head.id, head.version)]
    failed = [*(head.id for head, _ in left_out), *project(desk, changed)]
    return Made(month=month, tickets=len(put_in), failed=tuple(failed))


def _let_hold(desk: Desk, month: str, name: str) -> None:
    """In place of whatever holds: what others write meanwhile is not taken over, it is read again."""
    for _ in range(projecting.RACES):
        after = desk.search.manifests.of(month).followed_by((name,))
        if desk.search.manifests.move(replace(after, made_at=desk.clock.wall())):
            return
    raise BusyError(f"The index of {month} is written by too many at once.")


def project(desk: Desk, tickets: Iterable[Ticket]) -> list[TicketId]:
    """Write them into what holds; those of which that failed."""
    failed: list[TicketId] = []
    for part in reading.parts(tickets):
        found, unread = tried(part, lambda head: reading.read(desk, head))
        failed += [*(head.id for head, _ in unread), *projecting.project(desk, found)]
    return failed
