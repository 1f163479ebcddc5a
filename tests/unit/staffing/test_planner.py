"""The planner's check, held to a walk over all 10 080 minutes of a week."""

from datetime import UTC, datetime, timedelta

from helpdesk.core.calendars.rules.hours import is_open
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.core.staffing.rules.week_check import WEEK_MINUTES, check_week
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import calendar_files

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
BERLIN = {"id": "b", "timezone": "Europe/Berlin", "week": {"mon": [["08:00", "18:00"]], "tue": [["08:00", "18:00"]]}}


def minutes(gaps, what):
    return sum(gap.minutes for gap in gaps if gap.what == what)


def walked(people, calendars, what):
    """The minutes of the week that the promise counts as missing, asked one by one at begin, middle and end."""
    missing = 0
    for minute in range(WEEK_MINUTES):
        at = MONDAY + timedelta(minutes=minute)
        moments = (at, at + timedelta(seconds=30), at + timedelta(seconds=59))
        missing += not all(
            any(is_open(calendar, moment) for calendar in calendars)
            or any(able(person, what) and works(person, moment) for person in people)
            for moment in moments
        )
    return missing


def works(person, moment):
    return (person.calendar is None or is_open(person.calendar, moment)) and not person.absence(moment)


def able(person, what):
    kind, _, name = what.partition(":")
    return name in person.skills if kind == "skill" else not person.languages or name in person.languages


def test_a_week_without_offices_has_nobody():
    (gap,) = check_week(MONDAY, [], [], [])
    assert (gap.what, gap.start, gap.minutes) == ("office", MONDAY, 10_080)


def test_around_the_clock_has_no_gap():
    always = parse_calendar({"id": "always", "timezone": "UTC", "week": "24x7"})
    assert check_week(MONDAY, [always], [Availability(skills={"sap": 3})], ["en", "de"]) == []


def test_an_office_leaves_its_nights_and_the_rest_of_the_week():
    gaps = check_week(MONDAY, [parse_calendar(BERLIN)], [], [])
    assert [(gap.start.hour, gap.minutes) for gap in gaps] == [(0, 420), (17, 840), (17, 10_080 - 2 * 600 - 420 - 840)]


def test_a_language_is_missing_while_its_only_speaker_is_away():
    absence = Absence(start=MONDAY + timedelta(hours=10), end=MONDAY + timedelta(hours=12, seconds=30))
    gaps = check_week(MONDAY, [], [Availability(languages=("de",), absences=(absence,))], ["de", "en"])
    assert (minutes(gaps, "language:de"), minutes(gaps, "language:en")) == (121, 10_080)


@settings(max_examples=4, deadline=None)
@given(st.lists(calendar_files(), min_size=1, max_size=3), st.integers(0, 5000), st.integers(1, 3000))
def test_every_minute_is_where_the_walk_finds_it(files, start, length):
    absence = Absence(start=MONDAY + timedelta(minutes=start), end=MONDAY + timedelta(minutes=start + length))
    people = [Availability(shift=file, skills={"sap": 1}) for file in files]
    people[0] = Availability(shift=files[0], skills={"sap": 1}, absences=(absence,))
    calendars = [parse_calendar(file) for file in files]
    gaps = check_week(MONDAY, calendars, people, ["en"])
    assert minutes(gaps, "office") == walked([], calendars, "office")
    assert minutes(gaps, "skill:sap") == walked(people, [], "skill:sap") == minutes(gaps, "language:en")
