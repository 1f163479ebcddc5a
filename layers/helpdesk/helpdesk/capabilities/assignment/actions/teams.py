"""Teams and who works in them; assignment gives and takes tickets by it."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.capabilities.assignment.rules.refusals import NO_OTHER_TEAM
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.directory.rules import Person, named_staff
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def put_team(desk: Desk, by: Actor, team: Team, people: Sequence[PersonId], revision: int | None) -> Board:
    """Set a team and who works in it; the teams of the people follow. `revision` as in `plan`."""
    roles.lead_only(by)
    team = replace(team, revision=following(revision, _check_team(desk, team)))
    before = {member.person: member for member in desk.staffing.members(team.id)}
    members = [before.get(person_id) or _joining(desk, person_id, team) for person_id in dict.fromkeys(people)]
    desk.staffing.put_team(team, members)
    for member in members:
        _set_teams(desk, member.person, lambda teams: (*(each for each in teams if each != team.id), team.id))
    for person_id in before.keys() - {member.person for member in members}:
        _set_teams(desk, person_id, lambda teams: tuple(each for each in teams if each != team.id))
    for person_id in dict.fromkeys([*(member.person for member in members), *before]):
        desk.assignment.queue.look_at(person_id, [team.id])
    return desk.assignment.boards.board(team.id)


def roster(desk: Desk, by: Actor, team: TeamId) -> Board:
    """Who works in a team, whether they are there, and what they have."""
    roles.any_staff(by)
    board = desk.assignment.boards.board(team)
    if not by.sees(team) or not (board.team.revision or board.roster or board.members):
        raise NotFoundError("team", team)
    return board


def _joining(desk: Desk, person_id: PersonId, team: Team) -> Member:
    person = named_staff(desk.directory, person_id, "members")
    _bring_presence(desk, person, team.id)
    can = desk.staffing.availability(person_id)
    return Member(team=team.id, person=person.id, name=person.name, role=person.role, availability=can)


def _check_team(desk: Desk, team: Team) -> int:
    """The revision of the team that holds now."""
    if team.calendar and team.calendar not in desk.settings.of(CALENDARS):
        raise InvalidError.at("calendar", NO_CALENDAR(name=team.calendar))
    known = {each.id: each.revision for each in desk.staffing.teams()}
    if team.next_office and (team.next_office == team.id or team.next_office not in known):
        raise InvalidError.at("next_office", NO_OTHER_TEAM(name=team.next_office))
    return known.get(team.id, 0)


def _bring_presence(desk: Desk, person: Person, team: TeamId) -> None:
    """Who is busy or gone is so in a team they join, too."""
    others = [each for each in person.teams if each != team]
    if not others:
        return
    was = desk.assignment.boards.presence(person.id, others[0])
    desk.assignment.boards.see(person.id, [team], was)
    if was.link:
        desk.assignment.boards.link(person.id, [team], was.link)


def _set_teams(desk: Desk, person_id: PersonId, change: Callable[[Sequence[TeamId]], tuple[TeamId, ...]]) -> None:
    person = desk.directory.person(person_id)
    teams = change(person.teams)
    if set(teams) != set(person.teams):
        desk.directory.put_staff(replace(person, teams=teams))
