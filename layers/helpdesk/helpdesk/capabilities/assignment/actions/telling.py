"""Telling assignment that somebody can be given more or less than before."""

from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def tell(desk: Desk, person: Person) -> None:
    each(person.teams, lambda team: tell_team(desk, person.id, team))


def tell_team(desk: Desk, person: PersonId, team: TeamId) -> None:
    desk.assignment.queue.send(Errand(team=team, person=person), desk.new_id())
