"""The directory: people by id and by address, teams and what their members can be given."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.core.directory.actions import sign_in
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Role
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff

DESK = Team(id="service-desk", name="Service Desk", level=Level.L1, topic="everything")


def a_member(name, **more):
    return Member(team=DESK.id, person=name.lower(), name=name, **more)


def test_a_person_is_read_as_put(desk):
    ada = an_agent(language="de", timezone="Europe/Berlin", organization="acme")
    desk.directory.put_person(ada)
    assert desk.directory.person(ada.id) == desk.directory.by_email(ada.email) == ada


def test_nobody_has_an_unknown_id(desk):
    with pytest.raises(NotFoundError):
        desk.directory.person("nobody")


def test_nobody_has_an_unknown_address(desk):
    assert desk.directory.by_email("nobody@people.example") is None


@pytest.mark.parametrize("written", ["Ada@People.Example", " ada@people.example ", "ADA@PEOPLE.EXAMPLE"])
def test_an_address_is_the_same_however_it_is_written(desk, written):
    ada = an_agent(email="Ada@people.example")
    desk.directory.put_person(ada)
    assert desk.directory.by_email(written) == ada


@pytest.mark.parametrize("written", ["ada@bücher.example", "ADA@xn--bcher-kva.example"])
def test_who_has_a_domain_in_other_letters_is_one_person(desk, written):
    ada = an_agent(email="ada@bücher.example")
    desk.directory.put_person(ada)
    known = desk.intake.preparation.prepare(written, None)
    assert (desk.directory.by_email(written), known.person) == (ada, ada)


@pytest.mark.parametrize("written", ["ada@bücher.example", "ada@xn--bcher-kva.example"])
def test_who_was_stored_by_the_letters_of_their_domain_is_found(aws_desk, aws, written):
    ada = an_agent(email="ada@bücher.example")
    item = {"pk": {"S": "A#ada@bücher.example"}, "sk": {"S": "A"}, "person": {"S": encoding.encode(ada)}}
    aws_client("dynamodb").put_item(TableName=os.environ["TABLE"], Item=item)
    known = aws_desk.intake.preparation.prepare(written, None)
    assert (aws_desk.directory.by_email(written), known.person) == (ada, ada)


def test_a_person_put_again_is_changed_at_once(desk):
    ada = an_agent()
    desk.directory.put_person(ada)
    desk.directory.by_email(ada.email)
    lead = replace(ada, role=Role.LEAD)
    desk.directory.put_person(lead)
    assert desk.directory.person(ada.id) == desk.directory.by_email(ada.email) == lead


def test_changes_of_somebody_at_once_lose_nothing(desk):
    ada = an_agent()
    desk.directory.put_person(ada)
    with ThreadPoolExecutor(4) as four:
        for sign in "wxyz":
            four.submit(desk.directory.change, ada.id, lambda held, sign=sign: replace(held, name=held.name + sign))
    now = desk.directory.person(ada.id)
    assert (now.name[:3], sorted(now.name[3:])) == ("Ada", list("wxyz"))
    assert desk.directory.by_email(ada.email) == now


def test_nobody_is_changed_who_is_not_there(desk):
    with pytest.raises(NotFoundError):
        desk.directory.change("nobody", lambda held: held)


def test_somebody_new_is_added(desk):
    desk.directory.add_person(a_requester())
    assert desk.directory.by_email(a_requester().email) == a_requester()


def test_somebody_is_not_added_over_another_with_their_address(desk):
    desk.directory.add_person(a_requester())
    with pytest.raises(ConflictError):
        desk.directory.add_person(a_requester(id="second", email="RITA@people.example"))
    assert desk.directory.by_email(a_requester().email) == a_requester()
    with pytest.raises(NotFoundError):
        desk.directory.person("second")


def test_the_first_requests_of_a_browser_find_one_person(desk):
    """They come together, and each finds nobody yet."""
    with ThreadPoolExecutor(8) as requests:
        people = requests.map(lambda _: sign_in(desk, "new@people.example", "New", Role.REQUESTER), range(8))
    assert {person.id for person in people} == {desk.directory.by_email("new@people.example").id}


@pytest.mark.parametrize("role", [Role.LEAD, Role.REQUESTER])
def test_a_role_follows_the_group_into_every_team(desk, role):
    ada = an_agent(teams=(DESK.id, "it-operations"))
    staff(desk, ada, an_agent("Bob"))
    staff(desk, ada, team="it-operations")
    assert sign_in(desk, ada.email, "Ada", role, 10).role is role
    assert (desk.directory.person("ada").role, desk.directory.by_email(ada.email).role) == (role, role)
    known = [(member.role, member.active) for team in ada.teams for member in desk.staffing.members(team)]
    assert known == [(role, role.is_staff), (Role.AGENT, True), (role, role.is_staff)]


def test_an_older_token_does_not_bring_an_older_role_back(desk):
    staff(desk, an_agent())
    roles = [sign_in(desk, an_agent().email, "Ada", role, at).role for role, at in ((Role.LEAD, 20), (Role.AGENT, 10))]
    assert roles == [Role.LEAD, Role.AGENT]
    assert desk.directory.person("ada").role is Role.LEAD


def test_there_are_no_teams_at_first(desk):
    assert list(desk.staffing.teams()) == []


def test_teams_are_read_as_put(desk):
    other = replace(DESK, id="it-operations", level=Level.L2)
    for team in (DESK, other):
        desk.staffing.put_team(team, [])
    assert list(desk.staffing.teams()) == [other, DESK]


def test_members_are_read_as_put(desk):
    members = [a_member("Ada", role=Role.LEAD), a_member("Bob", active=False)]
    desk.staffing.put_team(DESK, members)
    assert list(desk.staffing.members(DESK.id)) == members


def test_an_unknown_team_has_no_members(desk):
    assert list(desk.staffing.members("nowhere")) == []


def test_members_are_what_was_put_last(desk):
    desk.staffing.put_team(DESK, [a_member("Ada"), a_member("Bob")])
    desk.staffing.put_team(DESK, [a_member("Ada", active=False), a_member("Eve")])
    assert list(desk.staffing.members(DESK.id)) == [a_member("Ada", active=False), a_member("Eve")]


def test_a_team_may_be_larger_than_a_transaction(desk):
    members = [a_member(f"P{number:03d}") for number in range(150)]
    desk.staffing.put_team(DESK, members)
    assert list(desk.staffing.members(DESK.id)) == members
    desk.staffing.put_team(DESK, members[50:])
    assert len(desk.staffing.members(DESK.id)) == 100


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
    desk.staffing.put_team(DESK, [a_member("Ada")])
    desk.staffing.put_team(replace(DESK, revision=1), [a_member("Bob")])
    with pytest.raises(ConflictError):
        desk.staffing.put_team(replace(DESK, revision=1, name="Other"), [a_member("Eve")])
    assert [team.name for team in desk.staffing.teams()] == ["Service Desk"]
    assert list(desk.staffing.members(DESK.id)) == [a_member("Bob")]


def test_teams_do_not_mix(desk):
    staff(desk, an_agent())
    staff(desk, an_agent("Bob"), team="it-operations", level=Level.L2)
    assert [member.person for member in desk.staffing.members("it-operations")] == ["bob"]
