"""People at work in teams. A test names what matters to it; the rest is as on any other day."""

from collections.abc import Sequence

from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


def staff(desk: Desk, *people: Person, team: str = SERVICE_DESK, level: Level = Level.L1) -> Sequence[Person]:
    """Put people into the directory and into a team."""
    for person in people:
        desk.directory.put_person(person)
    desk.staffing.put_team(Team(id=TeamId(team), name=team, level=level), joining=people)
    return [desk.directory.person(person.id) for person in people]
