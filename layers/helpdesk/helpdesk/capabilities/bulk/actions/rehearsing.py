"""A desk at which everything is decided as ever, and nothing is written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from helpdesk.core.tickets.actions.reading import heads
from helpdesk.foundation.kernel.errors import NotFoundError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable

    from helpdesk.core.directory.ports import Directory
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.staffing.ports import Staffing
    from helpdesk.core.tickets.ports import TicketStore
    from helpdesk.core.tickets.rules.change import Change
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.once import Answered, Once
    from helpdesk.foundation.kernel.vocabulary import TicketId


def rehearsed(desk: Desk, tickets: Iterable[TicketId]) -> Desk:
    """Of these tickets, read a hundred in one request. Who and what is asked about for each is asked about once."""
    found = {ticket.id: ticket for ticket in heads(desk, tickets)}
    return replace(remembering(desk), tickets=cast("TicketStore", _Rehearsal(desk.tickets, found)))


def remembering(desk: Desk) -> Desk:
    """For as long as one change of many tickets takes: the same person and team are looked up for all of them."""
    return replace(
        desk,
        directory=cast("Directory", _Remembered(desk.directory)),
        staffing=cast("Staffing", _Remembered(desk.staffing)),
    )


class _Rehearsal:
    def __init__(self, store: TicketStore, found: dict[TicketId, Ticket]) -> None:
        self._store = store
        self._found = found

    def load(self, ticket_id: TicketId, _once: Once | None) -> tuple[Ticket, Answered | None]:
        if ticket_id not in self._found:
            raise NotFoundError("ticket", ticket_id)
        return self._found[ticket_id], None

    def save(self, change: Change, **_along: object) -> Ticket:
        return change.after

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class _Remembered:
    """Answers of another, each asked for once. It is asked about people and teams, never told anything."""

    def __init__(self, store: object) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        """What is asked of lists is asked again: their like cannot be told by what they hold."""
        ask = getattr(self._store, name)
        remembered = cache(ask)

        def asked(*about: Any) -> Any:
            return (ask if any(isinstance(each, list) for each in about) else remembered)(*about)

        setattr(self, name, asked)
        return asked
