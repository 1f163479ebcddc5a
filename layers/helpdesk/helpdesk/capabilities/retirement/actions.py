"""Retiring a team, and bringing it back."""

from collections.abc import Callable, Mapping
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId

ATTEMPTS: Final = 10

LOOKED_AT: Final = 100


def retire(desk: Desk, by: Actor, team_id: TeamId, successor: TeamId | None) -> Board:
    """It takes no ticket any more and stands in no choice. Its open tickets, and what is reopened later, go on to the
    successor, through the queue.

    Raises TeamInUseError with all that still points at it: settings in any case, open tickets without a successor.
    """
    roles.admin_only(by)
    _save(desk, lambda: _retired(desk, team_id, successor))
    desk.assignment.queue.send(Errand(team=team_id), desk.new_id())
    return desk.assignment.boards.board(team_id)


def _retired(desk: Desk, team_id: TeamId, named: TeamId | None) -> Team:
    # Only who retires a team pays for all that may point at one.
    from helpdesk.capabilities.ladders.settings import LADDERS  # noqa: PLC0415
    from helpdesk.capabilities.retirement import rules  # noqa: PLC0415
    from helpdesk.capabilities.routing.settings import RULES  # noqa: PLC0415
    from helpdesk.core.tickets.settings import TERMS  # noqa: PLC0415

    teams = _teams(desk)
    team = _known(teams, team_id)
    now, ladders = desk.settings.now(RULES.bundle), desk.settings.now(LADDERS.bundle).of(LADDERS)
    problems = [*rules.pointers(team, list(teams.values()), now.of(TERMS), now.of(RULES), ladders.current())]
    if named is None:
        problems += rules.waiting(_open_in(desk, team_id))
    if problems:
        raise rules.TeamInUseError(team, problems)
    to = rules.successor(team, named, teams, now.of(TERMS))
    return replace(team, retired=True, successor=to, revision=team.revision + 1)


def _open_in(desk: Desk, team_id: TeamId) -> list[TicketId]:
    """Some of its open tickets, if it has any: they may stand behind many that were solved lately."""
    cursor: str | None = None
    while True:
        page = desk.tickets.by_team(team_id, "live", cursor, LOOKED_AT)
        found = [card.id for card in page.items if not card.phase.is_finished]
        if found or page.cursor is None:
            return found
        cursor = page.cursor


def bring_back(desk: Desk, by: Actor, team_id: TeamId) -> Board:
    """It takes tickets again, with those who worked in it."""
    roles.admin_only(by)
    _save(desk, lambda: _back(desk, team_id))
    return desk.assignment.boards.board(team_id)


def _back(desk: Desk, team_id: TeamId) -> Team | None:
    team = _known(_teams(desk), team_id)
    return replace(team, retired=False, successor=None, revision=team.revision + 1) if team.retired else None


def _save(desk: Desk, decide: Callable[[], Team | None]) -> None:
    """What is decided of a team as things are, again when others were first; None leaves it as it is."""
    for _ in range(ATTEMPTS):
        team = decide()
        try:
            if team:
                desk.staffing.put_team(team)
        except ConflictError:
            continue
        return
    raise ConflictError("Many changes came at once. Please try again.")


def _teams(desk: Desk) -> dict[TeamId, Team]:
    return {team.id: team for team in desk.staffing.teams()}


def _known(teams: Mapping[TeamId, Team], team_id: TeamId) -> Team:
    if team_id not in teams:
        raise NotFoundError("team", team_id)
    return teams[team_id]
