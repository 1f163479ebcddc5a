"""When a deadline is near, and since when a clock stands still: what lists show of the clocks."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.clocks import Desk, a_calendar, a_policy, berlin, opened

WEEK = Desk(a_policy({"resolution": {"P3": 4}}))
FRIDAY = "2026-11-27 16:00"
BERLIN = ZoneInfo("Europe/Berlin")
STATES = ("open/open", "pending/pending", "on_hold/on_hold")


def written(instant):
    return instant.astimezone(BERLIN).strftime("%Y-%m-%d %H:%M")


def clock(facts, now=FRIDAY):
    return WEEK.clock(facts, now, "resolution")


def test_it_is_near_when_a_quarter_of_the_open_time_is_left():
    found = clock(opened(FRIDAY))
    assert (found.due_at, found.near_at) == (berlin("2026-11-30 10:00"), berlin("2026-11-30 09:00"))


def test_a_pause_puts_it_off():
    pause = [("2026-11-27 17:00", "state", "pending/pending"), ("2026-11-30 12:00", "state", "open/open")]
    assert clock(opened(FRIDAY) + pause, "2026-11-30 12:00").near_at == berlin("2026-11-30 14:00")


def test_it_is_near_from_when_it_was_although_it_stood_still_since():
    pause = [("2026-11-30 09:30", "state", "pending/pending"), ("2026-11-30 12:00", "state", "open/open")]
    assert clock(opened(FRIDAY) + pause, "2026-11-30 12:00").near_at == berlin("2026-11-30 09:00")


@pytest.mark.parametrize("state", ["pending/pending", "solved/solved", "closed/closed"])
def test_what_does_not_run_is_not_near(state):
    assert clock([*opened(FRIDAY), ("2026-11-27 17:00", "state", state)]).near_at is None


def test_it_stands_still_since_the_first_of_several_waits():
    waits = [("2026-11-27 16:30", "state", "pending/pending"), ("2026-11-27 17:30", "state", "on_hold/on_hold")]
    assert clock(opened(FRIDAY) + waits, "2026-11-27 18:00").paused_since == berlin("2026-11-27 16:30")
    assert clock(opened(FRIDAY)).paused_since is None


@given(
    target=st.integers(1, 40),
    changes=st.lists(st.tuples(st.integers(1, 3_000), st.sampled_from(STATES)), max_size=8),
    round_the_clock=st.booleans(),
)
def test_at_that_instant_a_quarter_is_left_whatever_happened_before(target, changes, round_the_clock):
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    calendar = a_calendar(**({"week": {day: [["00:00", "24:00"]] for day in days}} if round_the_clock else {}))
    desk = Desk(a_policy({"resolution": {"P3": target}}), calendar)
    at, facts = berlin(FRIDAY), opened(FRIDAY)
    for minutes, state in changes:
        at += timedelta(minutes=minutes)
        facts.append((written(at), "state", state))
    found = desk.clock(facts, facts[-1][0], "resolution")
    assert (found.near_at is None) == (found.due_at is None)
    if found.near_at is not None:
        then = [fact for fact in facts if berlin(fact[0]) <= found.near_at]
        at_near = desk.clock(then, written(found.near_at), "resolution")
        assert at_near.remaining == found.target / 4
