"""Clocks are read on every request, so they must cost next to nothing.

The best of several runs counts, and the bounds leave room for a machine that has other things to do.
"""

import subprocess
import sys
from datetime import timedelta
from timeit import repeat

from helpdesk.core.calendars.rules.hours import after_working_time, working_time_between
from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.rules import policy as clocks_policy
from helpdesk.core.record import tape as record_tape

from tests.builders.clocks import a_calendar, a_policy
from tests.oracle import utc

MILLISECOND = 0.001 if sys.gettrace() is None else 0.1  # being traced costs
START = utc(2026, 1, 5, 7)
LUNCH = {day: [["08:00", "12:00"], ["13:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
DAYS_250 = timedelta(hours=9 * 250)


def best(call, times=50):
    return min(repeat(call, number=1, repeat=times))


def test_a_target_250_working_days_ahead_takes_less_than_a_millisecond():
    calendars = iter([a_calendar(week=LUNCH, holidays=["2026-12-24"], recurring_holidays=["01-01"]) for _ in range(50)])
    assert best(lambda: after_working_time(next(calendars), START, DAYS_250)) < 3 * MILLISECOND
    calendar = a_calendar(week=LUNCH)
    assert best(lambda: after_working_time(calendar, START, DAYS_250)) < MILLISECOND


def test_ten_years_are_counted_in_less_than_a_millisecond_once_they_were_seen():
    calendar = a_calendar(week=LUNCH)
    end = START + timedelta(days=3652)
    assert best(lambda: working_time_between(calendar, START, end)) < MILLISECOND


def test_the_ledger_of_200_facts_takes_a_few_milliseconds():
    policy = a_policy(
        {clock: {"*": 4} for clock in clocks_policy.ClockName}, warnings={"percent": [75], "minutes_before": [30]}
    )
    life = [
        ("requester_message", ""), ("state", "open/open"), ("agent_reply", ""), ("state", "pending/pending"),
        ("priority", "P2"), ("owner", "ada"), ("owner", ""),
    ]  # fmt: skip
    facts = [("created", ""), ("priority", "P3"), ("policy", "standard@1"), *life * 29][:200]
    tape = tuple(
        record_tape.TapeFact(at=START + hour * timedelta(hours=1.7), kind=kind, value=value)
        for hour, (kind, value) in enumerate(facts)
    )
    calendar = a_calendar(week=LUNCH)
    now = tape[-1].at + timedelta(hours=3)
    assert best(lambda: ledger.ledger(tape, {policy.ref: policy}, {"office": calendar}, now)) < 5 * MILLISECOND
    assert len(record_tape.encode_tape(tape)) < 20 * len(tape)


def test_the_clocks_a_new_desk_starts_with_load_no_holidays_package():
    program = """
import sys
from helpdesk.core.calendars.rules.hours import open_intervals
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.settings.policies import POLICIES
from tests.oracle import utc
assert POLICIES.at_first()
assert open_intervals(CALENDARS.at_first()["office-berlin"], utc(2026, 12, 24), until=utc(2027, 2, 1))
sys.exit("holidays" in sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True)
