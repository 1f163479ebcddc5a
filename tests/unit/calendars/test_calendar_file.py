"""Calendar files that cannot be used are refused with the place and the reason."""

import pytest
from helpdesk.core.calendars.rules.calendar import CalendarError
from helpdesk.core.calendars.settings.file import parse_calendar

from tests.builders.clocks import EIGHT_TO_SIX

BAD = [
    ("timezone", {"timezone": "Europe/Atlantis"}, "there is no time zone Europe/Atlantis"),
    ("timezone", {"timezone": "../etc/passwd"}, "there is no time zone ../etc/passwd"),
    ("timezone", {"timezone": None}, "must be a text that is not empty"),
    ("timezone", {"timezone": 1}, "must be a text that is not empty"),
    ("week", {"week": {}}, "has no open time at all"),
    ("week", {"week": {"mon": []}}, "has no open time at all"),
    ("week", {"week": None}, "has no open time at all"),
    ("week", {"week": []}, "must be an object"),
    ("week.monday", {"week": {"monday": [["08:00", "18:00"]]}}, "is not known here"),
    ("week.mon", {"week": {"mon": "08:00-18:00"}}, "must be a list"),
    ("week.mon[0]", {"week": {"mon": [["08:00"]]}}, "must be a pair of times"),
    ("week.mon[0]", {"week": {"mon": ["08:00"]}}, "must be a pair of times"),
    ("week.mon[0][0]", {"week": {"mon": [["8:00", "18:00"]]}}, "'8:00' is not a time of day"),
    ("week.mon[0][1]", {"week": {"mon": [["08:00", "24:01"]]}}, "'24:01' is not a time of day"),
    ("week.mon[0][1]", {"week": {"mon": [["08:00", 18]]}}, "18 is not a time of day"),
    ("week.mon[0][0]", {"week": {"mon": [["24:00", "06:00"]]}}, "24:00 can end an interval but not begin one"),
    ("week.mon[1]", {"week": {"mon": [["08:00", "13:00"], ["12:59", "18:00"]]}}, "overlaps the interval before it"),
    ("week.mon[1]", {"week": {"mon": [["14:00", "18:00"], ["08:00", "13:00"]]}}, "list them in order"),
    ("week.tue[0]", {"week": {"mon": [["22:00", "06:00"]], "tue": [["05:00", "09:00"]]}}, "run over from mon"),
    ("week.mon[0]", {"week": {"sun": [["22:00", "06:00"]], "mon": [["05:00", "09:00"]]}}, "run over from sun"),
    ("week.mon[0]", {"week": {"mon": [["09:00", "09:00"]], "sun": [["09:00", "09:01"], ["22:00", "10:00"]]}}, "sun"),
    ("holidays[1]", {"holidays": ["2026-12-24", "2026-02-30"]}, "'2026-02-30' is not a date"),
    ("holidays[0]", {"holidays": ["24.12.2026"]}, "is not a date"),
    ("holidays[0].date", {"holidays": [{"name": "Eve"}]}, "must be a text"),
    ("holidays[0].day", {"holidays": [{"day": "2026-12-24"}]}, "is not known here"),
    ("holidays", {"holidays": "2026-12-24"}, "must be a list"),
    ("recurring_holidays[0]", {"recurring_holidays": ["13-01"]}, "'13-01' is not a day of the year"),
    ("recurring_holidays[0]", {"recurring_holidays": ["1-1"]}, "is not a day of the year"),
    ("half_days.2026-12-24", {"half_days": {"2026-12-24": "08:00"}}, "must be a list of intervals"),
    ("half_days.12-32", {"half_days": {"12-32": []}}, "is not a day of the year"),
    ("half_days.2026-12-24[1]", {"half_days": {"2026-12-24": [["08:00", "12:00"], ["11:00", "12:00"]]}}, "overlaps"),
    (
        "half_days.2026-12-24",
        {"holidays": ["2026-12-24"], "half_days": {"2026-12-24": [["08:00", "12:00"]]}},
        "is a holiday already",
    ),
    ("moved_holidays.2026-05-01", {"moved_holidays": {"2026-05-01": "Monday"}}, "is not a date"),
    ("workdays[0]", {"workdays": [20260514]}, "20260514 is not a date"),
    ("region", {"region": "DE-XX"}, "no public holidays are known for DE-XX"),
    ("region", {"region": "Atlantis"}, "no public holidays are known for Atlantis"),
    ("region_days.26", {"region": "DE-BE", "region_days": {"26": {}}}, "is not a date"),
    ("holiday", {"holiday": ["2026-12-24"]}, "is not known here"),
    ("version", {"version": "1"}, "must be a whole number"),
    ("joined", {"joined": []}, "names no calendar"),
]


@pytest.mark.parametrize(("place", "changes", "reason"), BAD, ids=[f"{place}: {why}" for place, _, why in BAD])
def test_a_bad_calendar_is_refused_with_the_place_and_the_reason(place, changes, reason):
    file = {**EIGHT_TO_SIX, **changes} if "joined" not in changes else {"id": "all", **changes}
    with pytest.raises(CalendarError) as refused:
        parse_calendar(file)
    assert refused.value.place == place
    assert reason in refused.value.reason
    assert [(problem.field, problem.message) for problem in refused.value.problems] == [(place, refused.value.reason)]


def test_a_fault_in_a_joined_calendar_is_placed_in_it():
    with pytest.raises(CalendarError, match=r"joined\[1\]\.week\.mon\[0\]"):
        parse_calendar({"joined": [EIGHT_TO_SIX, {**EIGHT_TO_SIX, "week": {"mon": [[]]}}]})
    with pytest.raises(CalendarError, match=r"joined\[0\]: there is no calendar berlin"):
        parse_calendar({"joined": ["berlin"]})


def test_every_day_of_the_year_a_holiday_is_no_open_time():
    days = [f"{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 32)]
    real = [day for day in days if day not in {"02-30", "02-31", "04-31", "06-31", "09-31", "11-31"}]
    with pytest.raises(CalendarError, match="close every day of the year"):
        parse_calendar({**EIGHT_TO_SIX, "recurring_holidays": real})


@pytest.mark.parametrize("file", [None, [], "calendar", {1: 2}])
def test_what_is_no_object_is_no_calendar(file):
    with pytest.raises(CalendarError, match="must be an object"):
        parse_calendar(file)


def test_the_file_of_the_manual_is_read():
    calendar = parse_calendar(
        {
            "timezone": "Europe/Berlin",
            "week": {"mon": [["08:00", "13:00"], ["14:00", "18:00"]], "sat": [["22:00", "24:00"]]},
            "holidays": ["2026-12-24"],
            "recurring_holidays": ["01-01"],
            "region": "DE-BE",
        }
    )
    assert calendar.week[0] == ((8 * 3600, 13 * 3600), (14 * 3600, 18 * 3600))
    assert (calendar.id, calendar.version, calendar.ref) == ("calendar", 1, "calendar@1")
