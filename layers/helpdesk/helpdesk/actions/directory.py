"""The directory: who somebody is, teams and their members."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.desk import Desk
from helpdesk.domain import access
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.domain.people import Actor, Member, Person, Team, normalize_email
from helpdesk.domain.vocabulary import PersonId, Role, TeamId


def sign_in(desk: Desk, email: str, name: str, role: Role, issued_at: int = 0) -> Person:
    """The person behind a verified sign-in, in the role of their group. The directory follows it, and somebody new
    comes into it; a token that is older than the one their role is from changes nothing there.
    """
    address = normalize_email(email)
    found = desk.directory.by_email(address) or _newcomer(desk, address, name, role, issued_at)
    if found.role is role:
        return found
    changed = replace(found, role=role, role_as_of=issued_at)
    if issued_at >= found.role_as_of:
        desk.directory.put_staff(changed)
    return changed


def _newcomer(desk: Desk, address: str, name: str, role: Role, issued_at: int) -> Person:
    person = Person(id=PersonId(desk.new_id()), name=name or address, email=address, role=role, role_as_of=issued_at)
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
    return desk.staffing.teams()


def team(desk: Desk, by: Actor, team_id: TeamId) -> tuple[Team, Sequence[Member]]:
    """A team and who works in it, or NotFoundError."""
    found = next((team for team in teams(desk, by) if team.id == team_id), None)
    if found is None:
        raise NotFoundError("team", team_id)
    return found, desk.staffing.members(team_id)
