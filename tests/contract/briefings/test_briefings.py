"""Reports that people have sent to them are kept, and found when they are due."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.channels.briefings.actions.starting import begin_due
from helpdesk.channels.briefings.rules.briefing import Briefing, Errand
from helpdesk.channels.briefings.rules.schedule import Rhythm
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.aws_calls import AwsCalls

DAY = timedelta(days=1)
HERE = "eu-central-1"
ONE = Briefing(
    id="01A",
    person=PersonId("ada"),
    name="Us",
    report="flow",
    filter=Filter(team="network", priority="P1"),
    rhythm=Rhythm.DAY,
    at="08:00",
    region=HERE,
    due=MONDAY_MORNING,
    revision=1,
)


def test_they_are_somebody_s_own_in_the_order_in_which_they_were_made(desk: Desk):
    second, others = replace(ONE, id="01B"), replace(ONE, person=PersonId("bob"))
    for each in (second, others, ONE):
        desk.briefings.kept.put(each, None)
    assert list(desk.briefings.kept.of(ONE.person)) == [ONE, second]
    assert desk.briefings.kept.get(others.person, "01A") == others
    assert desk.briefings.kept.get(others.person, "01B") is None


def test_what_is_due_is_found_where_it_is_sent_from_the_oldest_first(desk: Desk):
    later, elsewhere = replace(ONE, id="01B", due=MONDAY_MORNING + DAY), replace(ONE, id="01C", region="us-east-1")
    for each in (later, elsewhere, ONE):
        desk.briefings.kept.put(each, None)
    found = desk.briefings.kept.due
    assert list(found(HERE, MONDAY_MORNING - timedelta(seconds=1), 10)) == []
    assert list(found(HERE, MONDAY_MORNING, 10)) == [ONE]
    assert list(found(HERE, MONDAY_MORNING + DAY, 10)) == [ONE, later]
    assert list(found(HERE, MONDAY_MORNING + DAY, 1)) == [ONE]


def test_it_is_due_once_however_it_moves_and_no_more_when_it_ended(desk: Desk):
    kept = desk.briefings.kept
    kept.put(ONE, None)
    moved = replace(ONE, due=MONDAY_MORNING + DAY)
    kept.put(moved, ONE)
    named = replace(moved, name="Them", revision=2)
    kept.put(named, moved)
    assert list(kept.due(HERE, MONDAY_MORNING + 2 * DAY, 10)) == list(kept.of(ONE.person)) == [named]
    kept.delete(named)
    assert list(kept.due(HERE, MONDAY_MORNING + 2 * DAY, 10)) == list(kept.of(ONE.person)) == []


def test_who_saw_an_older_one_changes_nothing(desk: Desk):
    kept = desk.briefings.kept
    kept.put(ONE, None)
    moved = replace(ONE, due=MONDAY_MORNING + DAY)
    kept.put(moved, ONE)
    for change in (
        lambda: kept.put(replace(ONE, name="Them"), ONE),
        lambda: kept.put(ONE, None),
        lambda: kept.delete(ONE),
    ):
        with pytest.raises(ConflictError):
            change()
    assert kept.get(ONE.person, ONE.id) == moved
    assert list(kept.due(HERE, MONDAY_MORNING + DAY, 10)) == [moved]


def test_one_execution_for_each_time(aws_desk: Desk, aws: AwsCalls):
    """Its name is taken from then on."""
    errand = Errand(person=ONE.person, briefing=ONE.id, at=MONDAY_MORNING)
    for _ in range(2):
        aws_desk.briefings.senders.begin(errand)
    assert aws.made.count("stepfunctions:StartExecution") + aws.made.count("sfn:StartExecution") == 2


def test_nobody_who_has_none_costs_more_than_a_look(aws_desk: Desk, aws: AwsCalls):
    aws.made.clear()
    assert begin_due(aws_desk) == 0
    assert aws.made == ["dynamodb:Query"]


def test_what_is_due_takes_a_start_and_a_write_each(aws_desk: Desk, aws: AwsCalls):
    for number in range(3):
        aws_desk.briefings.kept.put(replace(ONE, id=f"01{number}"), None)
    aws.made.clear()
    aws_desk.clock.advance(DAY)  # type: ignore[attr-defined]
    assert begin_due(aws_desk) == 3
    counted = {name: aws.made.count(name) for name in sorted(set(aws.made))}
    assert counted.pop("dynamodb:Query") == 2
    assert counted.pop("dynamodb:BatchGetItem") == 1
    assert sorted(counted.values()) == [3, 3]
