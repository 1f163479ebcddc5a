"""Presence: who closed their last browser is away after a while, and there again when they open one."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.channels.live import actions as live
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

from tests.aws_calls import AwsCalls
from tests.gateway import Gateway
from tests.lambdas import invoke
from tests.samples import invocation

TEAM = TeamId("service-desk")
Reports = Callable[[str, str], None]


@pytest.fixture
def browser(desk: Desk, ada: Person) -> Reports:
    """Ada's browsers, as API Gateway reports of them."""

    def reports(case: str, name: str = "c1") -> None:
        event = invocation("live", case)
        event["requestContext"]["connectionId"] = name
        if case == "connect":
            event["queryStringParameters"] = {"ticket": live.admission(desk, ada.as_actor())}
        assert invoke("live", event)["statusCode"] == 200

    return reports


def out(http: Gateway, ada: Person) -> str:
    return str(http.get(f"/api/teams/{TEAM}/roster", by=ada).body["members"][0]["out"])


def test_the_last_browser_closed_makes_away_after_the_idle_time(
    http: Gateway, desk: Desk, ada: Person, browser: Reports
):
    browser("connect", "c1")
    browser("connect", "c2")
    browser("disconnect", "c1")
    desk.clock.advance(timedelta(hours=1))
    assert out(http, ada) == ""
    browser("disconnect", "c2")
    desk.clock.advance(timedelta(minutes=14))
    assert out(http, ada) == ""
    desk.clock.advance(timedelta(minutes=2))
    assert out(http, ada) == "away"
    assert http.get("/api/me/status", by=ada).body["status"] == "away"
    browser("connect", "c3")
    seen = http.get("/api/me/status", by=ada).body
    assert (seen["status"], seen["chosen"], seen["connected"]) == ("available", "available", True)
    assert out(http, ada) == ""


def test_a_connection_whose_end_was_never_told_counts_no_longer_than_one_can_last(
    http: Gateway, desk: Desk, ada: Person, browser: Reports
):
    browser("connect", "c1")
    desk.clock.advance(timedelta(hours=2, minutes=59))
    assert out(http, ada) == ""
    desk.clock.advance(timedelta(minutes=2))
    assert out(http, ada) == "away"
    assert http.get("/api/me/status", by=ada).body["connected"] is False
    browser("connect", "c2")
    assert out(http, ada) == ""


def test_browsers_that_take_turns_keep_somebody_present(http: Gateway, ada: Person, desk: Desk, browser: Reports):
    """Each is opened before the one before it closes, as a page does that stays open all day."""
    browser("connect", "c0")
    for number in range(1, 8):
        desk.clock.advance(timedelta(minutes=50))
        browser("connect", f"c{number}")
        browser("disconnect", f"c{number - 1}")
        assert out(http, ada) == ""
    desk.clock.advance(timedelta(hours=1, minutes=59))
    assert out(http, ada) == ""


def test_the_note_of_a_connection_is_written_again_only_when_it_would_not_outlast_the_next(
    desk: Desk, ada: Person, browser: Reports
):
    browser("connect", "c1")
    for minutes, written in ((30, 0), (31, 1), (30, 0)):
        desk.clock.advance(timedelta(minutes=minutes))
        before = desk.assignment.boards.board(TEAM).version
        browser("connect", f"after {minutes}")
        assert desk.assignment.boards.board(TEAM).version - before == written


def test_a_status_set_by_hand_wins(http: Gateway, desk: Desk, ada: Person, browser: Reports):
    browser("connect", "c1")
    http.put("/api/me/status", {"status": "busy"}, by=ada)
    browser("disconnect", "c1")
    browser("connect", "c2")
    assert out(http, ada) == "busy"


def test_who_comes_back_gets_what_waits(http: Gateway, desk: Desk, ada: Person, ticket: str, browser: Reports):
    browser("connect", "c1")
    browser("disconnect", "c1")
    desk.clock.advance(timedelta(minutes=16))
    assignment.assign(desk, ticket, TEAM)
    assert desk.tickets.get(ticket).queue_reason == "away"
    desk.assignment.queue.take()
    browser("connect", "c2")
    (message,) = [json.loads(body) for body in desk.assignment.queue.take()]
    assignment.came_or_left(desk, PersonId(message["person"]), TeamId(message["team"]))
    assert desk.tickets.get(ticket).assignee == "ada"


def test_a_reload_tells_assignment_nothing(desk: Desk, browser: Reports):
    browser("connect", "c1")
    browser("disconnect", "c1")
    browser("connect", "c2")
    assert desk.assignment.queue.take() == []


def test_a_heartbeat_writes_nothing(aws: AwsCalls, aws_desk: Desk, serve: Callable[[Desk], None]):
    event = invocation("live", "message")
    event["body"] = json.dumps({"action": "heartbeat"})
    with aws.watching() as calls:
        assert invoke("live", event)["statusCode"] == 200
    assert calls == []
