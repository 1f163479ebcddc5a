"""What is stored of one member and cannot be used costs that member alone, never their team's assignment.

It cannot be saved any more; a table may hold it from before, or from a restore.
"""

import json
import logging
import os
from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import teams
from helpdesk.capabilities.assignment.actions.plan import plan
from helpdesk.capabilities.assignment.views import roster_view
from helpdesk.core.staffing import actions as staffing
from helpdesk.core.staffing.rules.availability import ANYTHING, Absence, Availability, Presence, Status
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, TeamId
from helpdesk.foundation.platform.aws import client as aws_client
from msgspec.structs import replace

from tests.builders.directory import a_person, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEAM = TeamId("service-desk")
AARON, ADA = an_agent("Aaron"), an_agent("Ada")
LEA = a_person("Lea", role=Role.LEAD)
MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
NAIVE = datetime(2026, 3, 2)  # noqa: DTZ001 - as somebody wrote it down
LAST = datetime(9999, 12, 31, 23, tzinfo=UTC)
SHIFT = {"timezone": "Europe/Berlin", "week": {"mon": [["00:00", "24:00"]]}}
UNUSABLE = {
    "a zone that is none": Availability(shift={"timezone": "Nowhere/Else", "week": {"mon": [["08:00", "16:00"]]}}),
    "hours that are none": Availability(shift={"timezone": "Europe/Berlin", "week": {"mon": [["16:00", 8]]}}),
    "a shift that is none": Availability(shift={"week": 7}),
    "an absence without a zone": Availability(absences=(Absence(start=NAIVE, end=NAIVE + timedelta(days=1)),)),
}
HARMLESS = {
    "an absence without end": Availability(absences=(Absence(start=MONDAY, end=LAST),)),
    "an absence without end on shift": Availability(shift=SHIFT, absences=(Absence(start=MONDAY, end=LAST),)),
    "idle for ever": Availability(idle_seconds=10**15),
    "room for ever": Availability(capacity=10**15),
    "no room": Availability(capacity=-1),
    "no weight": Availability(weight=0),
    "a weight below none": Availability(weight=-(10**9)),
}


@pytest.fixture(params=["a shift that is none", "an absence without a zone"])
def bad(request, desk):
    """A team whose first member has a plan that cannot be used."""
    staff(desk, AARON, ADA)
    desk.staffing.put_availability(AARON, UNUSABLE[request.param])


def given(desk, count=4):
    """Whom tickets go to that come now."""
    opened = [open_ticket(desk) for _ in range(count)]
    for ticket in opened:
        assignment.assign(desk, ticket.id, TEAM)
    return [desk.tickets.get(ticket.id).assignee for ticket in opened]


def shown(desk):
    """Why each is given nothing, as leads see it."""
    board = teams.roster(desk, LEA.as_actor(), TEAM)
    return {member.id: member.out for member in roster_view(board, desk.clock.now()).members}


@pytest.mark.parametrize("plan", UNUSABLE.values(), ids=UNUSABLE)
def test_the_others_are_given_tickets_and_leads_see_why_one_is_not(desk, plan):
    staff(desk, AARON, ADA)
    desk.staffing.put_availability(AARON, plan)
    assert given(desk) == ["ada"] * 4
    assert shown(desk) == {"aaron": "unreadable", "ada": ""}


def test_the_log_names_them(aws_desk, caplog):
    staff(aws_desk, AARON, ADA)
    aws_desk.staffing.put_availability(AARON, UNUSABLE["a shift that is none"])
    with caplog.at_level(logging.ERROR):
        given(aws_desk, 1)
    (record,) = caplog.records
    assert (record.team, record.person, record.why) == (TEAM, "aaron", "shift")


def test_they_keep_what_they_have(desk):
    """A plan that cannot be read does not say that they are gone."""
    staff(desk, AARON, ADA)
    ticket = open_ticket(desk)
    tickets.update(desk, Wish(ticket_id=ticket.id, by=LEA.as_actor()), {"assignee": AARON.id})
    desk.staffing.put_availability(AARON, UNUSABLE["an absence without a zone"])
    assignment.came_or_left(desk, AARON.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == AARON.id


def test_a_substitute_who_is_one_of_them_leaves_the_ticket_to_others(desk):
    """Nobody knows whether they are there."""
    staff(desk, AARON, ADA, an_agent("Bob"))
    away = Absence(start=desk.clock.now(), end=desk.clock.now() + timedelta(days=1), substitute=AARON.id)
    ticket = open_ticket(desk)
    tickets.update(desk, Wish(ticket_id=ticket.id, by=LEA.as_actor()), {"assignee": ADA.id})
    desk.staffing.put_availability(ADA, Availability(absences=(away,)))
    desk.staffing.put_availability(AARON, UNUSABLE["a shift that is none"])
    assignment.came_or_left(desk, ADA.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee in {AARON.id, "bob"}


def test_the_week_is_checked_without_them(desk, bad):
    """Nobody counts on them: without the other nobody speaks German."""
    assert {gap.what for gap in staffing.check_week(desk, LEA.as_actor(), MONDAY).gaps} == {"office"}
    desk.staffing.put_availability(ADA, Availability(languages=("fr",)))
    gaps = staffing.check_week(desk, LEA.as_actor(), MONDAY).gaps
    assert {gap.what for gap in gaps} == {"office", "language:de", "language:en"}


def test_a_lead_mends_it(desk, bad):
    revision = staffing.availability(desk, LEA.as_actor(), AARON.id).revision
    plan(desk, LEA.as_actor(), AARON.id, Availability(capacity=3), revision)
    assert shown(desk)["aaron"] == ""
    assert "aaron" in given(desk)


def test_others_who_name_them_as_substitute_are_planned(desk, bad):
    away = Absence(start=MONDAY, end=MONDAY + timedelta(days=1), substitute=AARON.id)
    plan(desk, LEA.as_actor(), ADA.id, Availability(absences=(away,)), 0)
    assert desk.staffing.availability(ADA.id).absences == (away,)


def test_the_team_is_planned_and_leaves_their_plan_as_it_was(desk, bad):
    desk.directory.put_person(LEA)
    team = Team(id=TEAM, name="Service desk", level=Level.L1)
    teams.put_team(desk, LEA.as_actor(), team, [AARON.id, ADA.id], 0)
    assert shown(desk)["aaron"] == "unreadable"
    teams.put_team(desk, LEA.as_actor(), team, [ADA.id], 1)
    assert shown(desk) == {"ada": ""}


@pytest.mark.parametrize("plan", HARMLESS.values(), ids=HARMLESS)
def test_numbers_out_of_bounds_stop_nobody(desk, plan):
    staff(desk, AARON, ADA)
    desk.staffing.put_availability(AARON, plan)
    desk.assignment.boards.see(AARON.id, [TEAM], Presence(seen_at=desk.clock.now()))
    desk.clock.advance(timedelta(days=400))
    assert None not in given(desk)
    assert shown(desk)["ada"] == ""


def test_who_is_idle_after_an_eternity_is_there_until_then():
    seen = Presence(seen_at=MONDAY)
    assert seen.effective(MONDAY + timedelta(days=900_000), 10**15) is Status.AVAILABLE
    assert seen.effective(MONDAY + timedelta(seconds=61), 60) is Status.AWAY


UNREADABLE = {
    "a number in words": {"availability": {"capacity": "ten"}},
    "a level that is none": {"availability": {"levels": ["L9"]}},
    "no name": {"name": None},
}


def spoil(desk, person, team=TEAM, **changes):
    """A member as no version of this wrote it; the team has moved."""
    key = {"pk": {"S": f"TEAM#{team}"}, "sk": {"S": f"M#{person}"}}
    table = aws_client("dynamodb")
    item = table.get_item(TableName=os.environ["TABLE"], Key=key)["Item"]
    member = json.loads(item["member"]["S"])
    member["availability"] |= changes.pop("availability", {})
    table.put_item(TableName=os.environ["TABLE"], Item=item | {"member": {"S": json.dumps(member | changes)}})
    table.update_item(
        TableName=os.environ["TABLE"],
        Key=key | {"sk": {"S": "BOARD"}},
        UpdateExpression="ADD roster :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
    )


@pytest.fixture(params=UNREADABLE.values(), ids=UNREADABLE)
def spoilt(request, aws_desk):
    staff(aws_desk, AARON, ADA)
    spoil(aws_desk, AARON.id, **request.param)
    return aws_desk


def test_a_member_who_cannot_be_read_costs_nobody_else(spoilt):
    assert given(spoilt) == ["ada"] * 4
    assert shown(spoilt) == {"aaron": "unreadable", "ada": ""}
    assert {gap.what for gap in staffing.check_week(spoilt, LEA.as_actor(), MONDAY).gaps} == {"office"}


def test_planned_anew_they_are_given_tickets(spoilt):
    plan(spoilt, LEA.as_actor(), AARON.id, Availability(capacity=3), 0)
    assert "aaron" in given(spoilt)


def test_a_team_saved_again_reads_them_anew_or_takes_them_out(spoilt):
    spoilt.directory.put_person(LEA)
    team = Team(id=TEAM, name="Service desk", level=Level.L1)
    teams.put_team(spoilt, LEA.as_actor(), team, [AARON.id, ADA.id], 0)
    assert shown(spoilt)["aaron"] == ""
    spoil(spoilt, AARON.id, name=7)
    teams.put_team(spoilt, LEA.as_actor(), team, [ADA.id], 1)
    assert shown(spoilt) == {"ada": ""}


def test_who_signs_in_keeps_their_teams(spoilt):
    """Their role follows them into those that can be read."""
    spoilt.directory.change(AARON.id, lambda held: replace(held, role=Role.LEAD))
    assert spoilt.directory.person(AARON.id).role is Role.LEAD
    assert shown(spoilt)["aaron"] == "unreadable"


def test_a_plan_that_cannot_be_read_can_be_made_anew(aws_desk):
    staff(aws_desk, AARON, ADA)
    aws_desk.staffing.put_availability(AARON, Availability(capacity=3, revision=1))
    key = {"pk": {"S": f"P#{AARON.id}"}, "sk": {"S": "AVAILABILITY"}}
    item = aws_client("dynamodb").get_item(TableName=os.environ["TABLE"], Key=key)["Item"]
    broken = item | {"availability": {"S": '{"capacity": "three"}'}}
    aws_client("dynamodb").put_item(TableName=os.environ["TABLE"], Item=broken)
    found = staffing.availability(aws_desk, LEA.as_actor(), AARON.id)
    assert found == replace(ANYTHING, revision=1)
    assert plan(aws_desk, LEA.as_actor(), AARON.id, Availability(capacity=2), 1).capacity == 2


@pytest.mark.parametrize("kept", ["load", "presence", "link"])
def test_what_is_kept_of_one_beside_the_plan_stops_no_team(aws_desk, kept):
    """Loads are what tickets say, so they come back by themselves; presence with the next word of it."""
    staff(aws_desk, AARON, ADA)
    assert sorted(given(aws_desk, 2)) == ["aaron", "ada"]
    key = {"pk": {"S": f"TEAM#{TEAM}"}, "sk": {"S": f"L#{AARON.id}"}}
    aws_client("dynamodb").update_item(
        TableName=os.environ["TABLE"],
        Key=key,
        UpdateExpression="SET #kept = :what",
        ExpressionAttributeNames={"#kept": kept},
        ExpressionAttributeValues={":what": {"S": '{"person": 7, "status": "gone", "open": "perhaps"}'}},
    )
    aws_desk.assignment.boards.see(ADA.id, [TEAM], Presence(seen_at=aws_desk.clock.now()))
    assert None not in given(aws_desk)
    assert shown(aws_desk)["ada"] == ""
    assert PersonId("aaron") in aws_desk.assignment.boards.board(TEAM).loads


def test_a_team_that_cannot_be_read_hides_no_other(aws_desk):
    """Its own assignment goes on, as of a team of which nothing was said; it can be saved anew."""
    staff(aws_desk, AARON, ADA)
    staff(aws_desk, an_agent("Bob"), team="it-operations", level=Level.L2)
    for key in ({"pk": {"S": "TEAMS"}, "sk": {"S": f"T#{TEAM}"}}, {"pk": {"S": f"TEAM#{TEAM}"}, "sk": {"S": "BOARD"}}):
        aws_client("dynamodb").update_item(
            TableName=os.environ["TABLE"],
            Key=key,
            UpdateExpression="SET team = :team ADD roster :one",
            ExpressionAttributeValues={":team": {"S": '{"id": "service-desk", "level": 1}'}, ":one": {"N": "1"}},
        )
    assert [team.id for team in staffing.teams(aws_desk, LEA.as_actor())] == ["it-operations", TEAM]
    assert staffing.check_week(aws_desk, LEA.as_actor(), MONDAY).gaps
    assert sorted(given(aws_desk, 2)) == ["aaron", "ada"]
