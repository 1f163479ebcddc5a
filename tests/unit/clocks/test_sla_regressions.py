"""What went wrong in other help desks, once each. The names say the project and the number of its thread."""

import os
import time
from datetime import timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from helpdesk.core.calendars.rules.hours import after_working_time, working_time_between
from helpdesk.core.clocks.rules import explanation
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import steps as sla

from tests.builders.clocks import Desk, a_calendar, a_policy, berlin, opened
from tests.oracle import utc

HOURS = timedelta(hours=1)
DESK = Desk(
    a_policy(
        {
            "first_response": {"P1": 1, "*": 4},
            "next_response": {"*": 2},
            "periodic_update": {"*": 3},
            "resolution": {"P1": 6, "*": 10},
        }
    )
)
HELD = [
    *opened("2026-11-23 09:00"),
    ("2026-11-23 10:00", "state", "pending/pending"),
    ("2026-11-25 10:00", "state", "open/open"),
]


def due(facts, now, clock="resolution"):
    return DESK.clock(facts, now, clock).due_at


# P1: time on hold is forgotten when the policy or the priority changes.


@pytest.mark.parametrize("when", ["2026-11-23 09:30", "2026-11-23 10:00", "2026-11-24 12:00", "2026-11-25 10:00"])
def test_glpi_6902_a_change_of_priority_before_in_or_after_a_pause_keeps_the_pause(when):
    changed = (when, "priority", "P1")
    facts = sorted([*HELD, changed], key=lambda fact: fact[0])
    assert due(facts, "2026-11-25 10:30") == berlin("2026-11-25 15:00")


def test_glpi_15605_a_new_policy_counts_the_days_on_hold_under_the_old_one():
    other = a_policy({"resolution": {"*": 12}}, id="other")
    desk = Desk(*DESK.policies.values(), others=[other])
    facts = [*HELD, ("2026-11-25 11:00", "policy", "other@1")]
    assert desk.clock(facts, "2026-11-25 11:00", "resolution").due_at == berlin("2026-11-26 11:00")


def test_glpi_24481_nothing_is_violated_while_it_is_pending():
    ledger = DESK.ledger(HELD[:-1], "2027-11-23 10:00")
    assert not any(clock.breached for clock in ledger.clocks)
    assert sla.next_wake(ledger, ()) is None


def test_glpi_10594_a_pause_over_the_weekend_moves_the_deadline_by_its_working_hours():
    facts = [
        *opened("2026-11-20 09:00"),  # a Friday
        ("2026-11-20 17:00", "state", "pending/pending"),
        ("2026-11-23 09:00", "state", "open/open"),
    ]
    assert due(facts, "2026-11-23 09:30") == berlin("2026-11-23 11:00")


# P2: hold time is ignored when a ticket is solved straight from pending.


def test_frappe_3776_solved_straight_from_a_hold_of_half_a_year_is_worked_time_only():
    facts = [
        *opened("2026-02-02 09:00"),
        ("2026-02-02 12:00", "state", "on_hold/on_hold"),
        ("2026-08-03 09:00", "state", "solved/solved"),
    ]
    clock = DESK.clock(facts, "2026-08-04 09:00", "resolution")
    assert (clock.state, clock.elapsed, clock.breached) == (clocks_ledger.ClockState.MET, 3 * HOURS, False)


def test_frappe_1675_the_deadline_moves_with_the_pause():
    assert due(HELD, "2026-11-25 10:30") == berlin("2026-11-26 09:00")


# P3: an update target overrules the first response.


def test_zammad_5177_before_the_first_response_no_other_answer_is_due():
    facts = [*opened("2026-11-23 09:00"), ("2026-11-23 09:30", "requester_message")]
    ledger = DESK.ledger(facts, "2026-11-23 10:00")
    assert {clock.clock for clock in ledger.live} == {"first_response", "resolution"}
    assert ledger.next_due.due_at == berlin("2026-11-23 13:00")


def test_zammad_3140_after_an_answer_nothing_runs_that_waits_for_the_requester():
    facts = [*opened("2026-11-23 09:00"), ("2026-11-23 10:00", "agent_reply")]
    assert DESK.clocks(facts, "2026-11-30 10:00", "next_response") == []


def test_zammad_3551_an_answer_that_sets_pending_at_once_meets_the_first_response():
    for order in (("agent_reply", "state"), ("state", "agent_reply")):
        values = {"agent_reply": "", "state": "pending/pending"}
        facts = [*opened("2026-11-23 09:00"), *(("2026-11-23 10:00", kind, values[kind]) for kind in order)]
        assert DESK.clock(facts, "2026-11-24 10:00", "first_response").met_at == berlin("2026-11-23 10:00")


# P4: a clock runs on after solving, because the customer spoke last.


def test_chatwoot_10178_solving_stops_the_clock_of_the_last_message():
    facts = [
        *opened("2026-11-23 09:00"),
        ("2026-11-23 10:00", "agent_reply"),
        ("2026-11-23 10:30", "requester_message"),
        ("2026-11-23 11:00", "state", "solved/solved"),
    ]
    clock = DESK.clock(facts, "2026-12-23 11:00", "next_response")
    assert (clock.state, clock.elapsed, clock.breached) == (clocks_ledger.ClockState.STOPPED, 0.5 * HOURS, False)
    thanked = [*facts, ("2026-11-23 11:30", "requester_message")]
    assert DESK.ledger(thanked, "2026-12-23 11:00").live == ()


def test_chatwoot_15024_what_a_solved_ticket_shows_no_longer_grows():
    facts = [*opened("2026-11-23 09:00"), ("2026-11-24 15:00", "state", "solved/solved")]
    clock = DESK.clock(facts, "2027-11-23 11:00", "resolution")
    assert (clock.remaining, clock.breached_at) == (-6 * HOURS, berlin("2026-11-24 09:00"))


def test_glpi_23359_the_time_a_ticket_was_solved_is_no_pause_and_does_not_count():
    facts = [
        *opened("2026-11-23 09:00"),
        ("2026-11-23 12:00", "state", "solved/solved"),
        ("2026-11-24 12:00", "state", "open/open"),
    ]
    clock = DESK.clock(facts, "2026-11-24 13:00", "resolution")
    kinds = [line.kind.value for line in explanation.explain(clock).lines]
    assert (clock.elapsed, kinds) == (4 * HOURS, ["counted", "finished", "counted", "closed", "counted"])


# P5: no lunch break, no split shift, business hours ignored.


@pytest.mark.parametrize(
    ("thread", "hours", "moment"),
    [
        ("chatwoot_13392", 0.5, "2026-11-23 12:00"),
        ("chatwoot_14009", 1, "2026-11-23 13:30"),
        ("frappe_2212", 2.5, "2026-11-23 15:00"),
        ("frappe_1528", 3, "2026-11-23 16:00"),
        ("osticket_1168", 4.5, "2026-11-24 22:30"),
        ("osticket_2131", 7, "2026-11-25 01:00"),
        ("osticket_4969", 10.5, "2026-11-30 08:30"),
        ("faveo_218", 23.5, "2026-12-02 04:00"),
    ],
)
def test_hours_with_breaks_nights_and_holidays(thread, hours, moment):
    week = {
        "mon": [["08:00", "12:00"], ["13:00", "15:00"], ["15:30", "17:00"]],
        "tue": [["22:00", "04:00"]],
        "fri": [["00:00", "24:00"]],
    }
    calendar = a_calendar(week=week, holidays=["2026-11-27"])
    assert after_working_time(calendar, berlin("2026-11-23 11:30"), hours * HOURS) == berlin(moment), thread


# P6: deadlines are read in the wrong zone.

ZONES = ["UTC", "Asia/Riyadh", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe"]
DST_DAYS = {  # five in the afternoon of the day before the zone's clock changes, if it does
    "UTC": utc(2026, 3, 28, 17),
    "Asia/Riyadh": utc(2026, 3, 28, 14),
    "Asia/Kathmandu": utc(2026, 3, 28, 11, 15),
    "America/New_York": utc(2026, 3, 7, 22),
    "Australia/Lord_Howe": utc(2026, 10, 3, 6, 30),
}


@pytest.fixture
def server_in():
    before = os.environ.get("TZ")

    def move(zone):
        os.environ["TZ"] = zone
        time.tzset()

    yield move
    os.environ.pop("TZ") if before is None else move(before)
    time.tzset()


@pytest.mark.parametrize(
    "threads",
    ["frappe_3776_erpnext_38745_frappe_2487_frappe_3009_glpi_15429_zammad_3018_osticket_2692_3654_6111"],
)
def test_no_zone_of_server_or_user_moves_a_deadline(threads, server_in):
    daily = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    for server, user, office in product(ZONES, ZONES, ZONES):
        server_in(server)
        calendar = a_calendar(timezone=office, week=daily)
        start = DST_DAYS[office].astimezone(ZoneInfo(user))
        found = after_working_time(calendar, start, 2 * HOURS)
        wall = found.astimezone(ZoneInfo(office))
        assert (wall.hour, wall.minute, wall.day - start.astimezone(ZoneInfo(office)).day) == (10, 0, 1), threads
        assert working_time_between(calendar, start, found) == 2 * HOURS


def test_frappe_3776_a_ticket_is_not_failed_at_birth():
    ledger = DESK.ledger(opened("2026-11-23 09:00"), "2026-11-23 09:00")
    assert [(clock.breached, clock.elapsed) for clock in ledger.clocks] == [(False, timedelta())] * 2


# P7: tickets made outside hours, or calendars with gap days, get nonsense.


def test_frappe_2075_a_ticket_of_a_closed_day_counts_from_the_first_open_minute():
    facts = [*opened("2026-11-21 15:00"), ("2026-11-23 09:30", "agent_reply")]
    assert DESK.clock(facts, "2026-11-24 09:00", "first_response").elapsed == 1.5 * HOURS


def test_frappe_2449_a_hold_before_the_first_open_minute_is_no_hold():
    facts = [
        *opened("2026-11-21 10:00"),
        ("2026-11-21 11:00", "state", "pending/pending"),
        ("2026-11-22 11:00", "state", "open/open"),
    ]
    assert due(facts, "2026-11-22 12:00") == berlin("2026-11-23 18:00")


def test_glpi_687_a_ticket_made_at_night_is_due_in_the_morning_and_not_at_once():
    assert due(opened("2026-11-24 03:00"), "2026-11-24 03:00", "first_response") == berlin("2026-11-24 12:00")


@pytest.mark.parametrize("day", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
def test_osticket_6739_any_one_day_makes_a_week(day):
    calendar = a_calendar(week={day: [["08:00", "17:00"]]})
    found = after_working_time(calendar, berlin("2026-11-23 00:00"), 10 * HOURS)
    wall = found.astimezone(ZoneInfo("Europe/Berlin"))
    assert (wall.strftime("%a").lower(), wall.hour) == (day, 9)
    assert timedelta(days=7) < found - berlin("2026-11-23 00:00") < timedelta(days=14)
