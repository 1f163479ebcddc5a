"""Mail, bus, timers, queues and browsers: what is handed over arrives, once."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.channels.publishing.rules import Envelope, envelope
from helpdesk.foundation.platform.aws import client as aws_client
from helpdesk.foundation.platform.clock import ProductClock
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.tickets import a_change
from tests.samples import workflow

WAKE = datetime(2026, 3, 2, 12, tzinfo=UTC)


def queued(queue, variable):
    """The bodies that wait in a queue, as a consumer gets them."""
    if hasattr(queue, "take"):
        return queue.take()
    bodies = []
    while True:
        answer = aws_client("sqs").receive_message(QueueUrl=os.environ[variable], MaxNumberOfMessages=10)
        if not answer.get("Messages"):
            return bodies
        bodies += [message["Body"] for message in answer["Messages"]]
        for message in answer["Messages"]:
            aws_client("sqs").delete_message(QueueUrl=os.environ[variable], ReceiptHandle=message["ReceiptHandle"])


def waiting(desk):
    return queued(desk.assignment.queue, "ASSIGNMENT_QUEUE_URL")


def test_a_queue_gives_what_it_was_sent(desk):
    for body in ("one", "two"):
        desk.publishing.queue.send(body)
    assert sorted(queued(desk.publishing.queue, "REPUBLISH_QUEUE_URL")) == ["one", "two"]


def sent(desk, team, what, deduplication=None):
    desk.assignment.queue.send(Errand(team=team, ticket_id=what), deduplication or os.urandom(4).hex())


def asked(desk):
    return [(errand["team"], errand["ticket_id"]) for errand in map(json.loads, waiting(desk))]


def test_a_team_keeps_its_order(desk):
    for number in range(5):
        sent(desk, "team", f"HD-{number}")
    assert asked(desk) == [("team", f"HD-{number}") for number in range(5)]


def test_teams_do_not_lose_each_others_errands(desk):
    for team in ("a", "b", "a"):
        sent(desk, team, "HD-1")
    assert sorted(asked(desk)) == [("a", "HD-1"), ("a", "HD-1"), ("b", "HD-1")]


def test_an_errand_sent_again_is_dropped(desk):
    for _ in range(3):
        sent(desk, "team", "HD-1", "the same")
    assert asked(desk) == [("team", "HD-1")]


def test_an_errand_says_only_what_it_names(desk):
    desk.assignment.queue.send(Errand(team="a"), "1")
    desk.assignment.queue.send(Errand(team="a", person="ada"), "2")
    assert [json.loads(body) for body in waiting(desk)] == [{"team": "a"}, {"team": "a", "person": "ada"}]


def test_a_timer_starts_once_under_its_name(desk):
    started = [desk.timers.executions.start("HD-1", WAKE, "HD-1-noon", seconds) for seconds in (60, 59)]
    assert started == [True, False]


def test_timers_of_other_names_start(desk):
    names = ["HD-1-noon", "HD-1-later", "HD-2-noon"]
    assert [desk.timers.executions.start("HD-1", WAKE, name, 60) for name in names] == [True] * 3


def test_a_timer_is_told_what_it_is_for(aws_desk):
    aws_desk.timers.executions.start("HD-1", WAKE, "HD-1-noon", 60)
    machine = aws_client("stepfunctions")
    (execution,) = machine.list_executions(stateMachineArn=os.environ["TIMER_ARN"])["executions"]
    told = machine.describe_execution(executionArn=execution["executionArn"])["input"]
    assert json.loads(told) == {"ticket_id": "HD-1", "wake_at": WAKE.isoformat(), "wait_seconds": 60}


def test_walks_are_told_how_many_go_side_by_side(aws_desk):
    aws_desk.timers.recomputing.recompute("sla-1", [Walk(revision=1, team=None, part=0)], 35)
    machine = aws_client("stepfunctions")
    (execution,) = machine.list_executions(stateMachineArn=os.environ["RECOMPUTE_ARN"])["executions"]
    told = json.loads(machine.describe_execution(executionArn=execution["executionArn"])["input"])
    assert told.keys() == workflow("recompute_clocks.saved").keys()
    assert told["side_by_side"] == 4


def facts(*subjects):
    changes = [a_change(subject=subject) for subject in subjects]
    return [envelope(change.entries[0], arm=False) for change in changes]


def poisoned():
    """A fact the service refuses, because it does not say what it is."""
    (good,) = facts("poisoned")
    return Envelope(type="", detail=good.detail)


def test_nothing_is_published_of_nothing(desk):
    assert list(desk.publishing.bus.publish([])) == []


@pytest.mark.parametrize("count", [1, 10, 11, 25])
def test_good_facts_are_all_taken(desk, count):
    assert list(desk.publishing.bus.publish(facts(*(["fine"] * count)))) == []


def refuse_the_poisoned(desk):
    if hasattr(desk.publishing.bus, "refuses"):
        desk.publishing.bus.refuses = lambda fact: not fact.type


@pytest.mark.parametrize("position", [0, 4, 9, 10, 11])
def test_a_poisoned_fact_does_not_hold_up_the_others(desk, position):
    refuse_the_poisoned(desk)
    envelopes = facts(*(["fine"] * 11))
    envelopes.insert(position, poisoned())
    assert list(desk.publishing.bus.publish(envelopes)) == [position]


def test_many_poisoned_facts_are_all_named(desk):
    refuse_the_poisoned(desk)
    good, other = facts("fine", "fine")
    assert list(desk.publishing.bus.publish([poisoned(), good, poisoned(), other])) == [0, 2]


@pytest.mark.parametrize("position", [0, 4, 9, 10, 11])
def test_a_fact_for_which_a_whole_call_is_refused_is_found(aws, aws_desk, position):
    """An entry that is too large makes the service refuse all that came in the same call."""
    envelopes = facts(*(["fine"] * 11))
    envelopes.insert(position, replace(envelopes[0], type="TooLarge"))

    def too_large(call):
        return "before" if any(entry["DetailType"] == "TooLarge" for entry in call.asked["Entries"]) else None

    with aws.failing(too_large):
        assert list(aws_desk.publishing.bus.publish(envelopes)) == [position]


def test_a_clock_tells_real_waits_from_product_time(memory_desk):
    clock = memory_desk.clock
    clock.rate = 60.0
    assert clock.real_seconds_until(MONDAY_MORNING + timedelta(hours=1)) == 60
    clock.pause(30)
    assert (clock.now(), clock.wall()) == (
        MONDAY_MORNING + timedelta(minutes=30),
        MONDAY_MORNING + timedelta(seconds=30),
    )


def test_product_time_runs_from_its_anchor_at_its_rate():
    began = datetime.now(UTC) - timedelta(seconds=10)
    clock = ProductClock(f"2026-11-23T09:00:00+00:00,{began.isoformat()},600")
    passed = clock.now() - datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert timedelta(minutes=100) <= passed < timedelta(minutes=101)
    assert 5.9 < clock.real_seconds_until(clock.now() + timedelta(hours=1)) < 6.1


def test_without_a_setting_product_time_is_real_time():
    clock = ProductClock(None)
    assert abs(clock.now() - clock.wall()) < timedelta(seconds=1)
