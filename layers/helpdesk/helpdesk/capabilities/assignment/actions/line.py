"""How long a ticket waits for its person."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.assignment.rules.attendance import absent
from helpdesk.capabilities.assignment.rules.board import Board, place_of, waits
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk

PACE_KNOWN: Final = 3


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
    return Place(ahead=ahead, expected_seconds=_expected(board, ahead, desk.clock.now()))


def _expected(board: Board, ahead: int, now: datetime) -> int | None:
    """By Little's law: those in front and itself, at the pace at which the team took the last tickets until now."""
    there = any(not absent(board, member, now) for member in board.members.values())
    if len(board.given) < PACE_KNOWN or not there:
        return None
    pace = (now - board.given[0]).total_seconds() / len(board.given)
    return int(pace * (ahead + 1))
