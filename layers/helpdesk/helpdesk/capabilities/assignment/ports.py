"""Port to the boards of the teams: what assignment decides on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.assignment.rules.board import Board, BoardChange
    from helpdesk.capabilities.assignment.rules.request import Errand
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.staffing.rules.availability import Link, Presence
    from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, TeamId, TicketId


class AssignmentQueue(Protocol):
    def send(self, errand: Errand, deduplication: str) -> None:
        """Add it behind those of its team; one sent to the team before under the same `deduplication` is dropped."""

    def look_at(self, person: PersonId, teams: Sequence[TeamId]) -> None:
        """Say in each of these teams that somebody may be given more or less than before, or may keep nothing there."""


class Boards(Protocol):
    """A board a worker has kept is compared with its version on every look, so it is never older than the look."""

    def look(self, team: TeamId, ticket_id: TicketId) -> tuple[Board, Ticket]:
        """The board and a ticket, in one request as long as nobody else wrote on the board; NotFoundError."""

    def board(self, team: TeamId) -> Board:
        """The board; an empty one for a team that nobody works in."""

    def glance(self, team: TeamId) -> Board:
        """The board without its line and without what members have elsewhere, in one request."""

    def held(self, places: Sequence[tuple[PersonId, TeamId]]) -> Mapping[PersonId, Mapping[TicketId, Channel]]:
        """What people have in these teams, a hundred places in one request."""

    def keep(self, board: Board) -> None:
        """What this worker's own write made of a board."""

    def further(self, board: Board) -> Board:
        """The board with more of its line known; the same when all of it is."""

    def put(self, change: BoardChange) -> None:
        """Write on a board without changing a ticket; ConflictError when somebody wrote on it meanwhile."""

    def see(self, person: PersonId, teams: Sequence[TeamId], presence: Presence) -> None:
        """Set somebody's status in all their teams; what is known of their connections stays."""

    def link(self, person: PersonId, teams: Sequence[TeamId], link: Link) -> None:
        """Note in all their teams that somebody is connected, or not any more; their status stays."""

    def presence(self, person: PersonId, team: TeamId) -> Presence:
        """What a team knows of somebody, in one small read."""

    def ahead(self, team: TeamId, place: str) -> int:
        """How many tickets stand before a place in the line; a thousand stand for all that are more."""


class AssignmentPorts(Struct, frozen=True, kw_only=True):
    boards: Boards
    queue: AssignmentQueue
