"""Business hours against an oracle that looks at every tick of time."""

from datetime import timedelta
from itertools import pairwise

from helpdesk.core.calendars.rules.hours import after_working_time, working_time_between
from helpdesk.core.calendars.settings.file import parse_calendar
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import oracle
from tests.strategies import calendar_files, instants_near_a_change

DAYS_7 = timedelta(days=7)


@given(data=st.data(), file=calendar_files())
@settings(max_examples=30, deadline=None)
def test_working_time_is_what_the_wall_clock_shows_minute_by_minute(data, file):
    start = data.draw(instants_near_a_change(file["timezone"]))
    end = start + timedelta(minutes=data.draw(st.integers(0, 5 * 1440)))
    worked = working_time_between(parse_calendar(file), start, end)
    assert worked.total_seconds() == oracle.seconds_between(file, start, end)


@given(data=st.data(), file=calendar_files())
@settings(max_examples=30, deadline=None)
def test_working_time_is_what_the_wall_clock_shows_second_by_second(data, file):
    start = data.draw(instants_near_a_change(file["timezone"], days=1, step=1))
    end = start + timedelta(seconds=data.draw(st.integers(0, 3600)))
    worked = working_time_between(parse_calendar(file), start, end)
    assert worked.total_seconds() == oracle.seconds_between(file, start, end, tick=timedelta(seconds=1))


@given(data=st.data(), file=calendar_files())
@settings(max_examples=30, deadline=None)
def test_the_moment_after_some_work_is_the_first_at_which_it_has_passed(data, file):
    start = data.draw(instants_near_a_change(file["timezone"]))
    minutes = data.draw(st.integers(1, 1440))
    found = after_working_time(parse_calendar(file), start, timedelta(minutes=minutes))
    expected = oracle.moment_after(file, start, minutes * 60, patience=DAYS_7)
    assert found == expected or (expected is None and found > start + DAYS_7)


@given(data=st.data(), file=calendar_files())
@settings(max_examples=50, deadline=None)
def test_what_passes_until_the_moment_after_some_work_is_that_work(data, file):
    calendar = parse_calendar(file)
    start = data.draw(instants_near_a_change(file["timezone"], step=1))
    work = timedelta(seconds=data.draw(st.integers(1, 400 * 3600)))
    moment = after_working_time(calendar, start, work)
    assert working_time_between(calendar, start, moment) == work
    assert working_time_between(calendar, start, moment - timedelta(seconds=1)) == work - timedelta(seconds=1)


@given(data=st.data(), file=calendar_files())
@settings(max_examples=50, deadline=None)
def test_stretches_of_time_add_up(data, file):
    calendar = parse_calendar(file)
    moments = sorted(data.draw(st.lists(instants_near_a_change(file["timezone"], step=1), min_size=3, max_size=3)))
    whole = working_time_between(calendar, moments[0], moments[2])
    parts = [working_time_between(calendar, a, b) for a, b in pairwise(moments)]
    assert sum(parts, timedelta()) == whole


@given(data=st.data(), one=calendar_files(zone="Europe/Berlin"), other=calendar_files(zone="America/New_York"))
@settings(max_examples=25, deadline=None)
def test_joined_offices_are_open_when_either_is(data, one, other):
    file = {"joined": [one, other]}
    start = data.draw(instants_near_a_change("Europe/Berlin"))
    end = start + timedelta(minutes=data.draw(st.integers(0, 2 * 1440)))
    worked = working_time_between(parse_calendar(file), start, end)
    assert worked.total_seconds() == oracle.seconds_between(file, start, end)
