"""People at work in teams. A test names what matters to it; the rest is as on any other day."""

from collections.abc import Sequence

from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


def staff(
    desk: Desk, *people: Person, team: str = SERVICE_DESK, level: Level = Level.L1, active: bool = True
) -> Sequence[Person]:
    """Put people into the directory and into a team."""
    for person in people:
        desk.directory.put_person(person)
    which = TeamId(team)
    before = {member.person: member for member in desk.staffing.members(which)}
    new = {
        person.id: Member(team=which, person=person.id, name=person.name, role=person.role, active=active)
        for person in people
    }
    desk.staffing.put_team(Team(id=which, name=team, level=level), list((before | new).values()))
    return people
