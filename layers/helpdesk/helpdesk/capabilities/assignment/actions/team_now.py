"""Who is there and has how much, over all teams of whoever asks."""

from typing import Final

from helpdesk.capabilities.assignment.rules import team_now
from helpdesk.capabilities.assignment.rules.team_now import Overview, Shelf
from helpdesk.core.staffing.rules.teams import elsewhere_of
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

LOOKED_AT: Final = 200
"""Tickets of a team, those with the next deadlines."""


def overview(desk: Desk, by: Actor) -> Overview:
    """Leads see all teams, others those they work in. Two requests for each of them, whatever it has and did."""
    roles.staff_only(by)
    teams = [team.id for team in desk.staffing.teams() if not team.retired]
    if not roles.leads(by):
        own = desk.directory.person(PersonId(by.id)).teams
        teams = [team for team in teams if team in own]
    shelves = [_shelf(desk, team) for team in teams]
    members = {member.person: member for shelf in shelves for member in shelf.board.members.values()}
    unseen = [place for place in elsewhere_of(members.values()) if place[1] not in teams]
    return team_now.overview(shelves, desk.assignment.boards.held(unseen), desk.clock.now())


def _shelf(desk: Desk, team: TeamId) -> Shelf:
    page = desk.tickets.by_team(team, "live", None, LOOKED_AT)
    return Shelf(board=desk.assignment.boards.glance(team), cards=page.items, more=page.cursor is not None)
