"""Who joins and leaves a team: all of it is saved in one write, or nothing, so there is a bound to it."""

from collections.abc import Sequence
from typing import Final

from helpdesk.core.directory.rules import Person, at_work
from helpdesk.core.staffing.rules.refusals import TOO_MANY_MOVE, TOO_MANY_TEAMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import TeamId

MOST_TEAMS: Final = 20

MOST_RECORDS: Final = 100  # in one write

OF_TEAM, OF_JOINING, OF_LEAVING = 2, 4, 3


def check_size(joining: int, leaving: int, elsewhere: Sequence[TeamId] = ()) -> None:
    """Refuse what is too much for one write: records of the team and of each person, of each place they have in
    another team and of each of these teams. `elsewhere` names a team once for each of them who works there.
    """
    places = len(elsewhere) + len(set(elsewhere))
    if OF_TEAM + joining * OF_JOINING + leaving * OF_LEAVING + places > MOST_RECORDS:
        raise InvalidError.at("members", TOO_MANY_MOVE())


def check_moves(team: TeamId, joining: Sequence[Person], leaving: Sequence[Person]) -> None:
    for person in joining:
        at_work(person, "members")
        if len(person.joined(team).teams) > max(MOST_TEAMS, len(person.teams)):
            raise InvalidError.at("members", TOO_MANY_TEAMS(name=person.name, most=MOST_TEAMS))
    elsewhere = [each for person in (*joining, *leaving) for each in person.teams if each != team]
    check_size(len(joining), len(leaving), elsewhere)
