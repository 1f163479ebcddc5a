"""Staffing: who works when and on what. What changes is told to assignment, which gives and takes tickets by it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.desk import Desk
from helpdesk.domain import access, planner
from helpdesk.domain.availability import Availability, Presence, Status
from helpdesk.domain.boards import Board, place_of, waits
from helpdesk.domain.choosing import absent
from helpdesk.domain.errands import Errand
from helpdesk.domain.errors import InvalidError, NotFoundError
from helpdesk.domain.people import Actor, Member, Person, Team
from helpdesk.domain.planner import Gap
from helpdesk.domain.refusals import NO_CALENDAR, NO_OTHER_TEAM, NO_PERSON, NO_STAFF
from helpdesk.domain.revisions import following
from helpdesk.domain.staffing_rules import check_availability
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import PersonId, TeamId


def availability(desk: Desk, by: Actor, person_id: PersonId) -> Availability:
    """What somebody can be given: for leads, and for the person."""
    if by.id != person_id:
        access.lead_only(by)
    access.staff_only(by)
    desk.directory.person(person_id)
    return desk.staffing.availability(person_id)


def plan(desk: Desk, by: Actor, person_id: PersonId, wanted: Availability, revision: int | None = None) -> Availability:
    """Set skills, shift, capacity and absences; refused with the place of what cannot be.

    With the revision it was made from, SettingsMovedError when that is no longer what holds.
    """
    access.lead_only(by)
    person = desk.directory.person(person_id)
    for absence in wanted.absences:
        if absence.substitute:
            _known(desk, absence.substitute)
    check_availability(person_id, wanted, lambda each: desk.staffing.availability(each).absences)
    wanted = replace(wanted, revision=following(revision, desk.staffing.availability(person_id).revision))
    if wanted.external != person.external:
        desk.directory.put_person(replace(person, external=wanted.external))
    desk.staffing.put_availability(person, wanted)
    _tell(desk, person)
    return wanted


def _known(desk: Desk, substitute: PersonId) -> None:
    try:
        found = desk.directory.person(substitute)
    except NotFoundError as error:
        raise InvalidError.at("absences", NO_PERSON(name=substitute)) from error
    if not found.role.is_staff:
        raise InvalidError.at("absences", NO_STAFF(name=found.name))


class Seen(Struct, frozen=True, kw_only=True):
    """What somebody chose, how it counts now, and after how long unseen they are away."""

    presence: Presence
    status: Status
    idle_seconds: int | None


def my_status(desk: Desk, by: Actor) -> Seen:
    access.staff_only(by)
    return _seen(desk, desk.directory.person(PersonId(by.id)))


def _seen(desk: Desk, person: Person) -> Seen:
    """Teams know presences; who is in no team is given nothing anyway."""
    presence = desk.boards.presence(person.id, person.teams[0]) if person.teams else Presence()
    idle = desk.staffing.availability(person.id).idle_seconds
    return Seen(presence=presence, status=presence.effective(desk.clock.now(), idle), idle_seconds=idle)


def set_status(desk: Desk, by: Actor, status: Status) -> Seen:
    """How somebody can be reached now; also what says that they are still there."""
    access.staff_only(by)
    person = desk.directory.person(PersonId(by.id))
    desk.boards.see(person.id, person.teams, Presence(status=status, seen_at=desk.clock.now()))
    if status is Status.AVAILABLE:
        _tell(desk, person)
    return _seen(desk, person)


def put_team(desk: Desk, by: Actor, team: Team, people: Sequence[PersonId], revision: int | None = None) -> Board:
    """Set a team and who works in it; the teams of the people follow. `revision` as in `plan`."""
    access.lead_only(by)
    team = replace(team, revision=following(revision, _check_team(desk, team)))
    before = {member.person: member for member in desk.staffing.members(team.id)}
    members = [before.get(person_id) or _joining(desk, person_id, team) for person_id in dict.fromkeys(people)]
    desk.staffing.put_team(team, members)
    for member in members:
        _set_teams(desk, member.person, lambda teams: (*(each for each in teams if each != team.id), team.id))
    for person_id in before.keys() - {member.person for member in members}:
        _set_teams(desk, person_id, lambda teams: tuple(each for each in teams if each != team.id))
    for member in members:
        _tell_team(desk, member.person, team.id)
    return desk.boards.board(team.id)


def roster(desk: Desk, by: Actor, team: TeamId) -> Board:
    """Who works in a team, whether they are there, and what they have."""
    access.staff_only(by)
    board = desk.boards.board(team)
    if not (board.team.revision or board.roster or board.members):
        raise NotFoundError("team", team)
    return board


def _joining(desk: Desk, person_id: PersonId, team: Team) -> Member:
    try:
        person = desk.directory.person(person_id)
    except NotFoundError as error:
        raise InvalidError.at("members", NO_PERSON(name=person_id)) from error
    if not person.role.is_staff:
        raise InvalidError.at("members", NO_STAFF(name=person.name))
    _bring_presence(desk, person, team.id)
    can = desk.staffing.availability(person_id)
    return Member(team=team.id, person=person.id, name=person.name, role=person.role, availability=can)


def _check_team(desk: Desk, team: Team) -> int:
    """The revision of the team that holds now."""
    if team.calendar and team.calendar not in desk.settings.sla().calendars:
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
    was = desk.boards.presence(person.id, others[0])
    desk.boards.see(person.id, [team], was)
    if was.link:
        desk.boards.link(person.id, [team], was.link)


def _set_teams(desk: Desk, person_id: PersonId, change: Callable[[Sequence[TeamId]], tuple[TeamId, ...]]) -> None:
    person = desk.directory.person(person_id)
    teams = change(person.teams)
    if set(teams) != set(person.teams):
        desk.directory.put_staff(replace(person, teams=teams))


def _tell(desk: Desk, person: Person) -> None:
    for team in person.teams:
        _tell_team(desk, person.id, team)


def _tell_team(desk: Desk, person: PersonId, team: TeamId) -> None:
    desk.assignment_queue.send(Errand(team=team, person=person), desk.new_id())


def check_week(desk: Desk, by: Actor, monday: datetime) -> list[Gap]:
    """Minutes of a week without an office, a language or a skill, over all teams."""
    access.lead_only(by)
    book, settings = desk.settings.sla(), desk.settings.desk()
    people: dict[PersonId, Availability] = {}
    offices = []
    for team in desk.staffing.teams():
        if team.calendar and team.calendar in book.calendars:
            offices.append(book.calendars[team.calendar])
        people |= {m.person: m.availability for m in desk.staffing.members(team.id) if m.active}
    return planner.check_week(monday, offices, list(people.values()), settings.languages)


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
    board = desk.boards.board(ticket.team)
    ahead = desk.boards.ahead(ticket.team, place_of(ticket))
    return Place(ahead=ahead, expected_seconds=_expected(board, ahead, desk.clock.now()))


def _expected(board: Board, ahead: int, now: datetime) -> int | None:
    """By Little's law: those in front and itself, at the pace at which the team took the last tickets until now."""
    there = any(not absent(board, member, now) for member in board.members.values())
    if len(board.given) < PACE_KNOWN or not there:
        return None
    pace = (now - board.given[0]).total_seconds() / len(board.given)
    return int(pace * (ahead + 1))
