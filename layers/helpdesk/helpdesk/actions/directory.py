"""The directory: who somebody is, teams and their members."""

from collections.abc import Sequence

from helpdesk.desk import Desk
from helpdesk.domain import access
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.domain.people import Actor, Member, Person, Team, normalize_email
from helpdesk.domain.vocabulary import PersonId, Role, TeamId


def sign_in(desk: Desk, email: str, name: str, role: Role) -> Person:
    """The person behind a verified sign-in; somebody new comes into the directory with the role of their group."""
    address = normalize_email(email)
    return desk.directory.by_email(address) or _newcomer(desk, address, name, role)


def _newcomer(desk: Desk, address: str, name: str, role: Role) -> Person:
    person = Person(id=PersonId(desk.new_id()), name=name or address, email=address, role=role)
    try:
        desk.directory.add_person(person)
    except ConflictError:
        # A browser's first requests come together, and each finds somebody new: the first one to write is right.
        return desk.directory.by_email(address) or person
    return person


def person(desk: Desk, by: Actor, name: str) -> Person:
    """Somebody by id or by address, for leads, and for themselves; NotFoundError when there is nobody."""
    found = desk.directory.by_email(name) if "@" in name else desk.directory.person(PersonId(name))
    if found is None:
        raise NotFoundError("person", name)
    if found.id != by.id:
        access.lead_only(by)
    return found


def teams(desk: Desk, by: Actor) -> Sequence[Team]:
    access.staff_only(by)
    return desk.directory.teams()


def team(desk: Desk, by: Actor, team_id: TeamId) -> tuple[Team, Sequence[Member]]:
    """A team and who works in it, or NotFoundError."""
    found = next((team for team in teams(desk, by) if team.id == team_id), None)
    if found is None:
        raise NotFoundError("team", team_id)
    return found, desk.directory.members(team_id)
