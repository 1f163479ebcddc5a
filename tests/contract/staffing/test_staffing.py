"""Teams, who works in them and what their members can be given: one truth with the directory."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Role
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.staffing import staff

DESK = Team(id="service-desk", name="Service Desk", level=Level.L1, topic="everything")
NIGHT = replace(DESK, id="night-desk", name="Night Desk")


def people(desk, *names, **more):
    """In the directory, and in no team yet."""
    found = [an_agent(name, **{"teams": ()} | more) for name in names]
    for person in found:
        desk.directory.add_person(person)
    return found


def members(desk, team=DESK.id):
    return [member.person for member in desk.staffing.members(team)]


def test_there_are_no_teams_at_first(desk):
    assert list(desk.staffing.teams()) == []


def test_teams_are_read_as_put(desk):
    other = replace(DESK, id="it-operations", level=Level.L2)
    for team in (DESK, other):
        desk.staffing.put_team(team)
    assert list(desk.staffing.teams()) == [other, DESK]


def test_who_joins_is_a_member_and_knows_it(desk):
    (ada,), (lea,) = people(desk, "Ada"), people(desk, "Lea", role=Role.LEAD)
    desk.staffing.put_availability(ada, Availability(capacity=3))
    desk.staffing.put_team(DESK, joining=[ada, lea])
    desk.staffing.put_team(NIGHT, joining=[desk.directory.person("ada")])
    assert list(desk.staffing.members(DESK.id)) == [
        Member(team=DESK.id, person="ada", name="Ada", availability=Availability(capacity=3), also=(NIGHT.id,)),
        Member(team=DESK.id, person="lea", name="Lea", role=Role.LEAD),
    ]
    assert desk.directory.person("ada").teams == (DESK.id, NIGHT.id)
    assert desk.directory.by_email("lea@people.example").teams == (DESK.id,)


def test_an_unknown_team_has_no_members(desk):
    assert list(desk.staffing.members("nowhere")) == []


def test_who_leaves_is_in_their_other_teams_alone(desk):
    for team in (DESK, NIGHT):
        staff(desk, an_agent(teams=(DESK.id, NIGHT.id)), an_agent("Bob"), team=team.id)
    ada = desk.directory.person("ada")
    desk.staffing.put_team(NIGHT, leaving=[ada])
    assert (members(desk), members(desk, NIGHT.id)) == (["ada", "bob"], ["bob"])
    assert desk.directory.person("ada").teams == (DESK.id,)
    assert desk.staffing.members(DESK.id)[0].also == ()


def test_a_team_may_be_larger_than_one_write(desk):
    for start in range(0, 120, 20):
        desk.staffing.put_team(DESK, joining=people(desk, *(f"p{number:03d}" for number in range(start, start + 20))))
    assert members(desk) == [f"p{number:03d}" for number in range(120)]


def test_nothing_of_a_plan_is_saved_when_somebody_was_changed_meanwhile(desk):
    ada, bob = people(desk, "Ada", "Bob")
    desk.directory.change("bob", lambda held: replace(held, language="de"))
    with pytest.raises(ConflictError):
        desk.staffing.put_team(DESK, joining=[ada, bob])
    assert (members(desk), list(desk.staffing.teams()), desk.directory.person("ada")) == ([], [], ada)


def test_what_somebody_is_called_and_may_do_holds_in_all_their_teams(desk):
    for team in (DESK, NIGHT):
        staff(desk, an_agent(teams=(DESK.id, NIGHT.id)), team=team.id)
    desk.directory.change("ada", lambda held: replace(held, name="Ada Lovelace", role=Role.LEAD))
    for team in (DESK, NIGHT):
        (member,) = desk.staffing.members(team.id)
        assert (member.name, member.role) == ("Ada Lovelace", Role.LEAD)


def test_who_is_taken_out_of_all_teams_is_in_no_roster(desk):
    for team in (DESK, NIGHT):
        staff(desk, an_agent(teams=(DESK.id, NIGHT.id)), an_agent("Bob"), team=team.id)
    roster = desk.assignment.boards.board(DESK.id)
    assert set(roster.members) == {"ada", "bob"}
    desk.directory.change("ada", lambda held: replace(held, active=False, teams=()))
    assert [set(desk.assignment.boards.board(team.id).members) for team in (DESK, NIGHT)] == [{"bob"}, {"bob"}]


def test_plans_and_memberships_made_at_once_lose_nothing(desk):
    """What somebody can be given, who they are and where they work are written by different people."""
    ada = staff(desk, an_agent(teams=()), team="elsewhere")[0]

    def join(team):
        while True:
            try:
                return desk.staffing.put_team(replace(DESK, id=team), joining=[desk.directory.person(ada.id)])
            except ConflictError:
                continue

    wishes = [lambda team=f"team-{number}": join(team) for number in range(4)]
    wishes.insert(1, lambda: desk.staffing.put_availability(ada, Availability(capacity=3)))
    wishes.insert(3, lambda: desk.directory.change(ada.id, lambda held: replace(held, role=Role.LEAD)))
    with ThreadPoolExecutor(len(wishes)) as at_once:
        for done in [at_once.submit(wish) for wish in wishes]:
            done.result()
    teams = {"elsewhere", *(f"team-{number}" for number in range(4))}
    assert set(desk.directory.person(ada.id).teams) == teams
    for team in teams:
        (member,) = desk.staffing.members(team)
        assert (member.role, member.availability.capacity, set(member.also)) == (Role.LEAD, 3, teams - {team})


def test_nobody_has_said_when_they_can_work_at_first(desk):
    assert desk.staffing.availability("ada") == Availability()


def test_what_somebody_can_be_given_holds_in_all_their_teams(desk):
    ada = an_agent(teams=("service-desk", "it-operations", "elsewhere"))
    staff(desk, ada)
    staff(desk, ada, an_agent("Bob"), team="it-operations", level=Level.L2)
    can = Availability(
        skills={"sap": 3},
        languages=("de", "en"),
        shift={"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]]}},
        channels={Channel.CHAT: 2},
        absences=(Absence(start=MONDAY_MORNING, end=MONDAY_MORNING + timedelta(days=7), substitute="bob"),),
    )
    desk.staffing.put_availability(ada, can)
    assert desk.staffing.availability("ada") == can
    found = [*desk.staffing.members("service-desk"), *desk.staffing.members("it-operations")]
    assert [(member.person, member.availability == can) for member in found] == [
        ("ada", True), ("ada", True), ("bob", False),
    ]  # fmt: skip


def test_plans_made_at_once_do_not_overwrite_each_other(desk):
    ada = an_agent()
    staff(desk, ada)
    for revision in (1, 2):
        desk.staffing.put_availability(ada, Availability(capacity=revision, revision=revision))
    for revision in (1, 2, 4):
        with pytest.raises(ConflictError):
            desk.staffing.put_availability(ada, Availability(capacity=9, revision=revision))
    assert desk.staffing.availability("ada").capacity == 2
    assert [member.availability.capacity for member in desk.staffing.members("service-desk")] == [2]


def test_teams_planned_at_once_do_not_overwrite_each_other(desk):
    ada, bob, eve = people(desk, "Ada", "Bob", "Eve")
    desk.staffing.put_team(DESK, joining=[ada])
    desk.staffing.put_team(replace(DESK, revision=1), joining=[bob], leaving=[desk.directory.person("ada")])
    with pytest.raises(ConflictError):
        desk.staffing.put_team(replace(DESK, revision=1, name="Other"), joining=[eve])
    assert [team.name for team in desk.staffing.teams()] == ["Service Desk"]
    assert (members(desk), desk.directory.person("eve").teams) == (["bob"], ())


def test_teams_do_not_mix(desk):
    staff(desk, an_agent())
    staff(desk, an_agent("Bob"), team="it-operations", level=Level.L2)
    assert members(desk, "it-operations") == ["bob"]
