"""Teams and who works in them; assignment gives and takes tickets by it."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.capabilities.assignment.rules.refusals import NO_OTHER_TEAM, TeamRetiredError
from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.directory.rules import NO_PERSON, Person
from helpdesk.core.staffing.rules import membership
from helpdesk.core.staffing.rules.teams import PLACE, Team, check_id
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.revisions import following
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.settings.versions import id_of

ATTEMPTS: Final = 20


def put_team(desk: Desk, by: Actor, team: Team, people: Sequence[PersonId], revision: int | None) -> Board:
    """Set a team and who works in it; the teams of the people follow. `revision` as in `plan`."""
    roles.lead_only(by)
    wanted = tuple(dict.fromkeys(people))
    for _ in range(ATTEMPTS):
        try:
            left = _planned(desk, team, wanted, revision)
        except ConflictError:
            continue
        each((*wanted, *left), lambda person: desk.assignment.queue.look_at(person, [team.id]))
        return desk.assignment.boards.board(team.id)
    raise ConflictError("Many changes came at once. Please try again.")


def _planned(desk: Desk, team: Team, wanted: Sequence[PersonId], revision: int | None) -> list[PersonId]:
    """Write it as things are now; who left. ConflictError when one of the people was changed meanwhile."""
    team = _checked(desk, team, revision)
    board = desk.assignment.boards.board(team.id)
    gone = sorted(board.members.keys() - set(wanted))
    membership.check_size(len(set(wanted) - board.members.keys()), len(gone))
    found = desk.directory.people([*wanted, *gone])
    joining = [each for each in (_known(found, name) for name in wanted) if not _is_placed(board, each)]
    leaving = [_known(found, each) for each in gone]
    membership.check_moves(team.id, joining, leaving)
    for person in joining:
        _bring_presence(desk, person, team.id)
    desk.staffing.put_team(team, joining, leaving)
    return gone


def _is_placed(board: Board, person: Person) -> bool:
    """Whether team and directory agree that somebody works there, and what is kept of them can be read."""
    known = person.id in board.members and board.team.id in person.teams
    return known and board.faults.get(person.id) != PLACE


def _known(found: Mapping[PersonId, Person], person_id: PersonId) -> Person:
    if person_id not in found:
        raise InvalidError.at("members", NO_PERSON(name=person_id))
    return found[person_id]


def roster(desk: Desk, by: Actor, team: TeamId) -> Board:
    """Who works in a team, whether they are there, and what they have."""
    roles.any_staff(by)
    board = desk.assignment.boards.board(team)
    if not by.sees(team) or not (board.team.revision or board.roster or board.members):
        raise NotFoundError("team", team)
    return board


def _checked(desk: Desk, team: Team, revision: int | None) -> Team:
    """With the revision that follows, and the calendar by its id: it is always the version of it that holds."""
    if team.calendar and desk.settings.of(CALENDARS).named(team.calendar) is None:
        raise InvalidError.at("calendar", NO_CALENDAR(name=team.calendar))
    known = {each.id: each for each in desk.staffing.teams()}
    held = known.get(team.id)
    if held is None:
        check_id(team.id)
    elif held.retired:
        raise TeamRetiredError(f"{held.name} is retired: please bring it back before you plan it.")
    office = known.get(team.next_office) if team.next_office else None
    if team.next_office and (office is None or office.retired or office.id == team.id):
        raise InvalidError.at("next_office", NO_OTHER_TEAM(name=team.next_office))
    calendar = id_of(team.calendar) if team.calendar else None
    return replace(team, calendar=calendar, revision=following(revision, held.revision if held else 0))


def _bring_presence(desk: Desk, person: Person, team: TeamId) -> None:
    """Who is busy or gone is so in a team they join, too."""
    others = [each for each in person.teams if each != team]
    if not others:
        return
    was = desk.assignment.boards.presence(person.id, others[0])
    desk.assignment.boards.see(person.id, [team], was)
    if was.link:
        desk.assignment.boards.link(person.id, [team], was.link)
