"""Boards of the teams."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Final
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import (
    COUNTED_AHEAD,
    SEEN_OF_LINE,
    Board,
    BoardChange,
    calendars_of,
    held_by,
)
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.memory import StaffingRows
from helpdesk.core.staffing.rules.availability import Link, Presence
from helpdesk.core.staffing.rules.teams import Team, elsewhere_of, roster_of
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, TeamId, TicketId
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class BoardRows:
    boards: dict[TeamId, Board] = field(default_factory=dict)


class MemoryBoards:
    """See ports.Boards. Every look is at the one board there is: all there is to keep is that nobody is owed a word."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._tickets = table.rows(TicketRows)
        self._staffing = table.rows(StaffingRows)
        self._told: dict[TeamId, int] = {}

    def look(self, team: TeamId, ticket_id: TicketId) -> tuple[Board, Ticket]:
        with self._table.lock:
            if ticket_id not in self._tickets.heads:
                raise NotFoundError("ticket", ticket_id)
            return self.board(team), self._tickets.heads[ticket_id]

    def board(self, team: TeamId) -> Board:
        with self._table.lock:
            roster = roster_of(team, dict(sorted(self._staffing.members.get(team, {}).items())))
            members = roster.members
            board = _board(self._table, team)
            return replace(
                board,
                line=board.line[:SEEN_OF_LINE],
                more=len(board.line) > SEEN_OF_LINE,
                owed={} if self._told.get(team) == board.version else board.owed,
                team=self._staffing.teams.get(team) or Team(id=team, name=team, level=Level.L1),
                members=members,
                calendars=calendars_of(members.values()),
                faults=roster.faults,
                elsewhere=self.held(elsewhere_of(members.values())),
            )

    def glance(self, team: TeamId) -> Board:
        return replace(self.board(team), line=(), more=False, elsewhere={})

    def held(self, places: Sequence[tuple[PersonId, TeamId]]) -> dict[PersonId, dict[TicketId, Channel]]:
        with self._table.lock:
            return held_by(_board(self._table, team).load(person) for person, team in places)

    def keep(self, board: Board) -> None:
        if not board.owed:
            self._told[board.team.id] = board.version

    def further(self, board: Board) -> Board:
        with self._table.lock:
            line = _board(self._table, board.team.id).line
            known = len(board.line) + SEEN_OF_LINE
            return replace(board, line=line[:known], more=len(line) > known)

    def put(self, change: BoardChange) -> None:
        with self._table.lock:
            check_board(self._table, change)
            write_board(self._table, change)

    def see(self, person: PersonId, teams: Sequence[TeamId], presence: Presence) -> None:
        with self._table.lock:
            for team in teams:
                self._note(team, person, replace(presence, link=self.presence(person, team).link))

    def link(self, person: PersonId, teams: Sequence[TeamId], link: Link) -> None:
        with self._table.lock:
            for team in teams:
                self._note(team, person, replace(self.presence(person, team), link=link))

    def presence(self, person: PersonId, team: TeamId) -> Presence:
        return _board(self._table, team).presence(person)

    def _note(self, team: TeamId, person: PersonId, presence: Presence) -> None:
        board = _board(self._table, team)
        presences = {**board.presences, person: presence}
        self._table.rows(BoardRows).boards[team] = replace(board, version=board.version + 1, presences=presences)

    def ahead(self, team: TeamId, place: str) -> int:
        return min(COUNTED_AHEAD, sum(waiting.place < place for waiting in _board(self._table, team).line))


def _board(table: MemoryTable, team: TeamId) -> Board:
    return table.rows(BoardRows).boards.get(team) or Board(team=Team(id=team, name=team, level=Level.L1))


def check_board(table: MemoryTable, change: BoardChange) -> None:
    if _board(table, change.team).version != change.version:
        raise ConflictError(f"The board of {change.team} was written meanwhile.")


def write_board(table: MemoryTable, change: BoardChange) -> None:
    boards = table.rows(BoardRows).boards
    boards[change.team] = _board(table, change.team).after(change)
    for team in change.also:
        board = _board(table, team)
        boards[team] = replace(board, version=board.version + 1)


DEDUPLICATION: Final = timedelta(minutes=5)


class MemoryAssignmentQueue:
    """See ports.AssignmentQueue."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self._lock = Lock()
        self._seen: dict[tuple[str, str], datetime] = {}
        self._teams: dict[str, list[str]] = {}

    def send(self, errand: Errand, deduplication: str) -> None:
        now, team = self._wall(), errand.team
        with self._lock:
            seen = self._seen.get((team, deduplication))
            if seen is None or now - seen >= DEDUPLICATION:
                self._seen[team, deduplication] = now
                self._teams.setdefault(team, []).append(msgspec.json.encode(errand).decode())

    def look_at(self, person: PersonId, teams: Sequence[TeamId]) -> None:
        each(teams, lambda team: self.send(Errand(team=team, person=person), uuid4().hex))

    def take(self) -> list[str]:
        """Everything that waits, team by team, each in the order in which it was sent."""
        with self._lock:
            bodies = [body for bodies in self._teams.values() for body in bodies]
            self._teams.clear()
        return bodies
