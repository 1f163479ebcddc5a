"""Cancelled is over, but not solved: it is asked why, no promise counts as kept, and a lead can take it up again."""

from datetime import timedelta

import pytest
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of

REASON = {"state": "cancelled", "reason": "Came twice"}
HOUR = timedelta(hours=1)


def move(http, ticket, by, **wanted):
    return http.post(f"/api/tickets/{ticket}/transitions", wanted, by=by)


def clocks(http, ticket, by):
    return {each["clock"]: each["state"] for each in http.get(f"/api/tickets/{ticket}", by=by).body["clocks"]}


@pytest.mark.parametrize("reason", ["", "   "])
def test_it_is_asked_why(http, desk, ada, ticket, reason):
    refused = move(http, ticket, ada, state="cancelled", reason=reason)
    assert (refused.status, refused.fields) == (422, ["reason"])
    told = http.post(f"/api/tickets/{ticket}/messages", {"body": "Bye", "state": "cancelled"}, by=ada)
    assert (told.status, told.fields) == (422, ["reason"])
    assert desk.tickets.get(ticket).state == "new"


def test_its_clocks_are_stopped_and_none_is_kept(http, desk, ada, ticket):
    desk.clock.advance(HOUR)
    move(http, ticket, ada, **REASON)
    assert set(clocks(http, ticket, ada).values()) == {"stopped"}


def test_one_that_was_solved_has_kept_its_promise(http, desk, ada, ticket):
    desk.clock.advance(HOUR)
    move(http, ticket, ada, state="solved")
    assert clocks(http, ticket, ada)["resolution"] == "met"


@pytest.mark.parametrize("wait", [timedelta(0), HOUR, timedelta(days=7)])
def test_a_lead_takes_it_up_again_within_a_week(http, desk, ada, lea, ticket, wait):
    desk.clock.advance(HOUR)
    move(http, ticket, ada, **REASON)
    desk.clock.advance(wait)
    assert http.get(f"/api/tickets/{ticket}", by=lea).body["next_states"] == ["open"]
    again = move(http, ticket, lea, state="open")
    assert (again.status, again.body["state"]) == (200, "open")
    running = {each["clock"]: each for each in again.body["clocks"]}["resolution"]
    assert running["state"] == "running"
    assert running["target_seconds"] - running["remaining_seconds"] == HOUR.total_seconds()


def test_what_was_cancelled_at_once_counts_from_its_beginning(http, desk, ada, lea, ticket):
    begun = desk.clock.now()
    move(http, ticket, ada, **REASON)
    desk.clock.advance(HOUR)
    move(http, ticket, lea, state="open")
    desk.clock.advance(HOUR)
    found = ledger_of(desk.tickets.get(ticket), book_of(desk.settings), desk.clock.now())
    resolution = next(clock for clock in found.clocks if clock.clock == "resolution")
    assert (resolution.started_at, resolution.elapsed) == (begun, HOUR)


def test_nobody_else_does_and_not_later(http, desk, ada, lea, rita, ticket):
    move(http, ticket, ada, **REASON)
    for by in (ada, rita):
        assert move(http, ticket, by, state="open").code == "transition_refused"
    assert http.get(f"/api/tickets/{ticket}", by=ada).body["next_states"] == []
    desk.clock.advance(timedelta(days=7, seconds=1))
    assert http.get(f"/api/tickets/{ticket}", by=lea).body["next_states"] == []
    assert move(http, ticket, lea, state="open").code == "transition_refused"
    assert desk.tickets.get(ticket).state == "cancelled"


def test_what_was_closed_after_it_was_solved_stays_closed(http, desk, ada, lea, ticket):
    move(http, ticket, ada, state="solved")
    move(http, ticket, ada, state="closed")
    assert http.get(f"/api/tickets/{ticket}", by=lea).body["next_states"] == []
    assert move(http, ticket, lea, state="open").code == "transition_refused"
