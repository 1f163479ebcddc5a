"""Teams as leads plan them: who works where is one truth, saved as a whole or not at all."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.capabilities.assignment.actions import teams as planning
from helpdesk.core.staffing.rules.membership import MOST_TEAMS
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.kernel.errors import InvalidError, SettingsMovedError
from helpdesk.foundation.kernel.vocabulary import Level, Role, TeamId

from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff

LEA = an_agent("Lea", role=Role.LEAD).as_actor()


def plan(desk, team, *people, revision=0):
    return planning.put_team(desk, LEA, Team(id=TeamId(team), name=team, level=Level.L1), people, revision)


def truth(desk):
    """Who works where, as the directory says and as the rosters do."""
    teams = [team.id for team in desk.staffing.teams()]
    return {(person, team) for team in teams for person in desk.assignment.boards.board(team).members}


def told(desk, *people):
    return {(person, team) for person in people for team in desk.directory.person(person).teams}


def refused(desk, code, team, *people, revision=0):
    """Refused at the field, and nothing of it saved."""
    before = truth(desk), told(desk, *people), [team.revision for team in desk.staffing.teams()]
    with pytest.raises(InvalidError) as error:
        plan(desk, team, *people, revision=revision)
    assert [(problem.field, problem.code) for problem in error.value.problems] == [("members", code)]
    assert (truth(desk), told(desk, *people), [team.revision for team in desk.staffing.teams()]) == before


def newcomers(desk, count):
    found = [an_agent(f"P{number:03d}", teams=()) for number in range(count)]
    for person in found:
        desk.directory.add_person(person)
    return [person.id for person in found]


def test_teams_planned_at_once_lose_nobody(desk):
    first = newcomers(desk, 4)
    teams = [f"team-{number}" for number in range(6)]
    with ThreadPoolExecutor(len(teams)) as at_once:
        for done in [at_once.submit(plan, desk, team, *first) for team in teams]:
            done.result()
    assert truth(desk) == told(desk, *first) == {(person, team) for person in first for team in teams}
    for team in teams:
        for member in desk.staffing.members(team):
            assert set(member.also) == set(teams) - {team}


def test_who_is_taken_out_of_one_while_they_come_into_another_is_where_they_should_be(desk):
    (ada,) = newcomers(desk, 1)
    plan(desk, "day", ada)
    with ThreadPoolExecutor(2) as at_once:
        for done in [at_once.submit(plan, desk, "day", revision=1), at_once.submit(plan, desk, "night", ada)]:
            done.result()
    assert truth(desk) == told(desk, ada) == {(ada, "night")}


def test_who_works_in_more_teams_than_that_already_stays_and_can_leave(desk):
    teams = [f"team-{number:02d}" for number in range(MOST_TEAMS + 2)]
    for team in teams:
        (ada,) = staff(desk, an_agent(teams=tuple(teams)), team=team)
    assert len(plan(desk, teams[0], ada.id).members) == 1
    plan(desk, teams[0], revision=1)
    assert desk.directory.person(ada.id).teams == tuple(teams[1:])
    assert desk.staffing.members(teams[1])[0].also == tuple(teams[2:])


def test_more_people_than_one_write_holds_come_in_several(desk):
    everybody = newcomers(desk, 25)
    refused(desk, "too_many_move", "crowd", *everybody)
    plan(desk, "crowd", *everybody[:24])
    plan(desk, "crowd", *everybody, revision=1)
    assert truth(desk) == told(desk, *everybody)


def test_a_plan_made_from_an_older_one_is_refused_at_once(desk):
    (ada,) = newcomers(desk, 1)
    plan(desk, "day", ada)
    with pytest.raises(SettingsMovedError):
        plan(desk, "day", revision=0)
    assert truth(desk) == told(desk, ada)


@pytest.mark.parametrize(("person", "code"), [("rita", "no_staff"), ("gone", "no_staff"), ("nobody", "no_person")])
def test_who_cannot_work_does_not_join(desk, person, code):
    desk.directory.put_person(a_requester())
    desk.directory.put_person(an_agent("Gone", teams=(), active=False))
    (ada,) = newcomers(desk, 1)
    with pytest.raises(InvalidError) as error:
        plan(desk, "day", ada, person)
    assert [problem.code for problem in error.value.problems] == [code]
    assert list(desk.staffing.teams()) == []


def test_who_was_lost_by_an_older_plan_is_found_by_the_next(desk):
    """Their place is in the roster, but the directory does not know of it."""
    (ada,) = newcomers(desk, 1)
    plan(desk, "day", ada)
    desk.directory.put_person(an_agent("P000", teams=()))
    plan(desk, "day", ada, revision=1)
    assert told(desk, ada) == truth(desk) == {(ada, "day")}
