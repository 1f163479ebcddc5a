"""How long a ticket waits for its person."""

from msgspec import Struct

from helpdesk.capabilities.assignment.rules.attendance import expected_seconds
from helpdesk.capabilities.assignment.rules.board import place_of, waits
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk


class Place(Struct, frozen=True, kw_only=True):
    """Where a ticket stands in its team's line, and about how long until somebody has it; None when nobody is there or
    too few tickets were given to tell.
    """

    ahead: int
    expected_seconds: int | None


def place_in_line(desk: Desk, ticket: Ticket) -> Place | None:
    """None for a ticket that does not wait."""
    if ticket.queue_reason is None or not waits(ticket, ticket.team):
        return None
    board = desk.assignment.boards.board(ticket.team)
    ahead = desk.assignment.boards.ahead(ticket.team, place_of(ticket))
    return Place(ahead=ahead, expected_seconds=expected_seconds(board, ahead, desk.clock.now()))
