"""Business hours by example: each kind of day a calendar can have."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from helpdesk.core.calendars.rules.calendar import CalendarError, regional_holidays
from helpdesk.core.calendars.rules.hours import after_working_time, open_intervals, working_time_between
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.calendars.settings.file import parse_calendar, with_region_days

from tests.builders.clocks import EIGHT_TO_SIX, WEEKDAYS, a_calendar, berlin
from tests.oracle import utc

HOURS_4 = timedelta(hours=4)


def test_four_hours_from_monday_at_five_end_on_tuesday_at_eleven():
    assert after_working_time(a_calendar(), berlin("2026-11-23 17:00"), HOURS_4) == berlin("2026-11-24 11:00")


def test_work_that_ends_with_the_day_is_due_at_closing():
    assert after_working_time(a_calendar(), berlin("2026-11-23 14:00"), HOURS_4) == berlin("2026-11-23 18:00")


def test_no_work_at_all_is_due_at_once_in_open_time_and_else_at_opening():
    calendar = a_calendar()
    assert after_working_time(calendar, berlin("2026-11-23 14:00"), timedelta()) == berlin("2026-11-23 14:00")
    assert after_working_time(calendar, berlin("2026-11-21 14:00"), timedelta()) == berlin("2026-11-23 08:00")
    assert after_working_time(calendar, berlin("2026-11-23 18:00"), timedelta()) == berlin("2026-11-24 08:00")


def test_a_lunch_break_is_no_working_time():
    calendar = a_calendar(week={"mon": [["08:00", "13:00"], ["14:00", "18:00"]]})
    worked = working_time_between(calendar, berlin("2026-11-23 12:00"), berlin("2026-11-23 15:00"))
    assert worked == timedelta(hours=2)


def test_a_night_shift_belongs_to_the_day_it_begins_on():
    calendar = a_calendar(week={"wed": [["22:00", "06:00"]], "thu": [["22:00", "06:00"]]}, holidays=["2026-12-24"])
    intervals = open_intervals(calendar, berlin("2026-12-23 00:00"), until=berlin("2026-12-31 00:00"))
    assert [(each.start, each.end) for each in intervals] == [
        (berlin("2026-12-23 22:00"), berlin("2026-12-24 06:00")),
        (berlin("2026-12-30 22:00"), berlin("2026-12-31 00:00")),
    ]


@pytest.mark.parametrize("week", ["24x7", {day: [["00:00", "24:00"]] for day in (*WEEKDAYS, "sat", "sun")}])
def test_around_the_clock_time_is_plain_time(week):
    calendar = a_calendar(week=week)
    start = berlin("2026-10-24 12:34")
    assert after_working_time(calendar, start, timedelta(days=400)) == start + timedelta(days=400)
    assert len(open_intervals(calendar, start, count=3)) == 1


def test_an_interval_from_a_time_to_the_same_time_is_a_whole_day():
    calendar = a_calendar(week={"sat": [["08:00", "08:00"]]})
    worked = working_time_between(calendar, berlin("2026-11-21 00:00"), berlin("2026-11-23 00:00"))
    assert worked == timedelta(days=1)


def test_a_half_day_has_hours_of_its_own_once_or_every_year():
    calendar = a_calendar(
        half_days={"12-24": {"name": "Heiligabend", "hours": [["08:00", "12:00"]]}, "2026-11-23": [["10:00", "11:00"]]}
    )
    for day, hours in (("2026-12-24", 4), ("2027-12-24", 4), ("2026-11-23", 1), ("2026-11-24", 10)):
        worked = working_time_between(calendar, berlin(f"{day} 00:00"), berlin(f"{day} 23:59"))
        assert worked == timedelta(hours=hours)


def test_a_holiday_of_the_region_is_closed_in_that_region_alone():
    day = berlin("2026-03-08 00:00"), berlin("2026-03-08 23:00")  # Women's Day, a Sunday, in Berlin
    sundays = {"sun": [["08:00", "18:00"]]}
    assert working_time_between(a_calendar(week=sundays, region="DE-BE"), *day) == timedelta()
    assert working_time_between(a_calendar(week=sundays, region="DE-BY"), *day) == timedelta(hours=10)


def test_a_holiday_that_is_moved_is_worked_on_its_date_and_closed_on_the_other():
    calendar = a_calendar(region="DE-BE", moved_holidays={"2026-05-01": "2026-05-04"})
    worked = [
        working_time_between(calendar, berlin(f"{day} 00:00"), berlin(f"{day} 23:00"))
        for day in ("2026-05-01", "2026-05-04", "2026-05-05")
    ]
    assert worked == [timedelta(hours=10), timedelta(), timedelta(hours=10)]
    intervals = open_intervals(calendar, berlin("2026-05-01 00:00"), count=2)
    assert intervals[1].closed_before == ("Erster Mai (moved from 2026-05-01)",)


def test_a_workday_is_worked_although_the_region_rests():
    calendar = a_calendar(region="DE-BE", workdays=["2026-05-14"])
    worked = working_time_between(calendar, berlin("2026-05-14 00:00"), berlin("2026-05-14 23:00"))
    assert worked == timedelta(hours=10)


def test_the_29th_of_february_rests_every_fourth_year():
    calendar = a_calendar(week="24x7", recurring_holidays=["02-29"])
    for year, hours in ((2027, 24), (2028, 0)):
        start = berlin(f"{year}-03-01 00:00") - timedelta(days=1)
        assert working_time_between(calendar, start, berlin(f"{year}-03-01 00:00")) == timedelta(hours=hours)


def test_offices_around_the_world_keep_one_clock():
    offices = {
        "berlin": EIGHT_TO_SIX,
        "sydney": {"timezone": "Australia/Sydney", "week": EIGHT_TO_SIX["week"], "name": "Sydney"},
    }
    known = {name: parse_calendar(file) for name, file in offices.items()}
    joined = parse_calendar({"id": "world", "joined": ["berlin", offices["sydney"]]}, known)
    assert joined.name == "office + Sydney"
    start = utc(2026, 11, 23, 7)  # 08:00 in Berlin, 18:00 in Sydney
    intervals = open_intervals(joined, start, count=2)
    assert [(each.start, each.end) for each in intervals] == [
        (start, utc(2026, 11, 23, 17)),
        (utc(2026, 11, 23, 21), utc(2026, 11, 24, 17)),
    ]


def test_the_next_open_intervals_name_the_holidays_before_them():
    calendar = a_calendar(region="DE-BE", holidays=[{"date": "2026-12-24", "name": "Inventory"}])
    intervals = open_intervals(calendar, berlin("2026-12-23 12:00"), count=20)
    assert len(intervals) == 20
    assert intervals[1].start == berlin("2026-12-28 08:00")
    assert intervals[1].closed_before == ("Inventory", "Erster Weihnachtstag")  # the second is a Saturday anyway
    assert intervals[2].closed_before == ()


def test_a_file_without_a_region_has_nothing_to_lay_down():
    assert with_region_days(EIGHT_TO_SIX, 2026, 2027) == EIGHT_TO_SIX


def test_holidays_are_laid_down_in_each_of_joined_calendars():
    laid_down = with_region_days({"joined": [{**EIGHT_TO_SIX, "region": "DE-BE"}, "other"]}, 2026, 2027)
    assert laid_down["joined"][1] == "other"
    assert list(laid_down["joined"][0]["region_days"]) == ["2026", "2027"]


def test_the_holidays_the_default_calendar_lays_down_are_those_of_the_package():
    berlin_calendar = CALENDARS.at_first()["office-berlin"]
    for year, laid_down in berlin_calendar.region_days.items():
        assert {date(year, *day) for day in laid_down} == set(regional_holidays("DE-BE", year))


def test_holidays_laid_down_need_no_package_and_do_not_change_with_it():
    laid_down = with_region_days({**EIGHT_TO_SIX, "region": "DE-BE"}, 2026, 2026)
    laid_down["region_days"]["2026"]["12-23"] = "As it was then"
    calendar = parse_calendar(laid_down)
    intervals = open_intervals(calendar, berlin("2026-12-22 12:00"), count=2)
    assert intervals[1].closed_before == ("As it was then",)
    assert calendar.special(date(2027, 1, 1).toordinal() - date(1970, 1, 1).toordinal()).name == "Neujahr"


@pytest.mark.parametrize(
    ("zone", "evening", "hours"),
    [
        ("Europe/Berlin", "2026-03-28", 7),
        ("Europe/Berlin", "2026-10-24", 9),
        ("America/New_York", "2026-03-07", 7),
        ("America/New_York", "2026-10-31", 9),
        ("Asia/Kathmandu", "2026-03-28", 8),
        ("Australia/Sydney", "2026-10-03", 7),
        ("Australia/Sydney", "2026-04-04", 9),
        ("Australia/Lord_Howe", "2026-10-03", 7.5),
        ("Australia/Lord_Howe", "2026-04-04", 8.5),
        ("America/Sao_Paulo", "2017-10-14", 7),
        ("America/Sao_Paulo", "2018-02-17", 9),
    ],
)
def test_a_night_in_which_the_clock_changes_is_as_long_as_it_is(zone, evening, hours):
    calendar = a_calendar(timezone=zone, week={"sat": [["22:00", "06:00"]]})
    noon = datetime.fromisoformat(f"{evening} 12:00").replace(tzinfo=ZoneInfo(zone))
    work = timedelta(hours=hours)
    assert working_time_between(calendar, noon, noon + timedelta(days=1)) == work
    morning = datetime.fromisoformat(f"{evening} 06:00").replace(tzinfo=ZoneInfo(zone)) + timedelta(days=1)
    assert after_working_time(calendar, noon, work) == morning.astimezone(ZoneInfo("UTC"))


def test_hours_that_begin_in_the_hour_the_clock_skips_begin_after_it():
    calendar = a_calendar(week={"sun": [["02:30", "04:00"]]})
    worked = working_time_between(calendar, utc(2026, 3, 28), utc(2026, 3, 30))
    assert worked == timedelta(hours=1)


def test_an_hour_that_comes_twice_is_worked_twice():
    calendar = a_calendar(week={"sun": [["02:00", "03:00"]]})
    assert working_time_between(calendar, utc(2026, 10, 24), utc(2026, 10, 26)) == timedelta(hours=2)


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Asia/Gaza", "America/Boa_Vista", "Antarctica/Troll"])
def test_zones_that_change_their_clock_oddly_are_plain_around_the_clock(zone):
    calendar = a_calendar(timezone=zone, week="24x7")
    start = utc(2000, 1, 1)
    assert working_time_between(calendar, start, start + timedelta(days=3653)) == timedelta(days=3653)


def test_a_week_in_which_the_clock_changes_twice_is_counted_right():
    calendar = a_calendar(timezone="America/Boa_Vista", week={day: [["00:00", "00:30"]] for day in ("sun", "mon")})
    # On Sunday 2000-10-08 the clock skipped the first hour of the day; a week later it went back to standard time.
    assert working_time_between(calendar, utc(2000, 10, 7), utc(2000, 10, 9)) == timedelta()
    assert working_time_between(calendar, utc(2000, 10, 9), utc(2000, 10, 10)) == timedelta(minutes=30)


def test_fractions_of_a_second_are_kept():
    start = berlin("2026-11-23 17:59") + timedelta(microseconds=1)
    assert after_working_time(a_calendar(), start, timedelta(seconds=60)) == (
        berlin("2026-11-24 08:00") + timedelta(microseconds=1)
    )


@pytest.mark.parametrize(
    ("start", "end"), [("2026-11-23 18:00", "2026-11-24 08:00"), ("2026-11-21 00:00", "2026-11-22 23:00")]
)
def test_closed_time_is_no_working_time(start, end):
    assert working_time_between(a_calendar(), berlin(start), berlin(end)) == timedelta()


def test_time_does_not_run_backwards():
    with pytest.raises(ValueError, match="lies before"):
        working_time_between(a_calendar(), berlin("2026-11-24 08:00"), berlin("2026-11-23 08:00"))
    with pytest.raises(ValueError, match="negative"):
        after_working_time(a_calendar(), berlin("2026-11-24 08:00"), timedelta(seconds=-1))


def test_a_moment_without_a_zone_is_refused():
    naive = datetime(2026, 11, 23, 9)  # noqa: DTZ001  (what must not pass)
    with pytest.raises(TypeError):
        after_working_time(a_calendar(), naive, HOURS_4)


def test_more_work_than_a_century_has_is_refused():
    calendar = a_calendar(week={"mon": [["08:00", "08:01"]]})
    with pytest.raises(CalendarError, match="too little open time"):
        after_working_time(calendar, berlin("2026-11-24 08:00"), timedelta(days=10))
    with pytest.raises(CalendarError, match="too little open time"):
        after_working_time(calendar, utc(9989, 12, 31), timedelta())
