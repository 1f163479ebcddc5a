"""Whom others need not write to, because they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.kernel.vocabulary import Channel

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk


def is_there(desk: Desk, ticket: Ticket, person: Person) -> bool:
    """Whether somebody has the chat before them now, in which they read what was answered. What ends it is mailed."""
    from helpdesk.channels.live.rules import present  # noqa: PLC0415 - only of chats it is asked

    if ticket.channel is not Channel.CHAT or ticket.phase.is_finished:
        return False
    watchers = desk.live.board.watchers(f"ticket:{ticket.id}")
    there = present((each.presence for each in watchers if each.visitor), desk.clock.wall())
    return any(each.person in person.ids for each in there)
