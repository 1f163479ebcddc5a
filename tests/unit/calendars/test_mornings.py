"""What people put things off to: the mornings of working days."""

import pytest
from helpdesk.core.calendars.rules.mornings import mornings

from tests.builders.clocks import WEEKDAYS, a_calendar, berlin

NIGHTS = {day: [["22:00", "06:00"]] for day in WEEKDAYS}


@pytest.mark.parametrize(
    ("now", "following", "third", "next_week"),
    [
        ("2026-11-23 09:00", "2026-11-24 08:00", "2026-11-26 08:00", "2026-11-30 08:00"),
        ("2026-11-27 17:00", "2026-11-30 08:00", "2026-12-02 08:00", "2026-11-30 08:00"),  # a Friday
        ("2026-11-28 11:00", "2026-11-30 08:00", "2026-12-02 08:00", "2026-11-30 08:00"),  # a Saturday
        ("2026-11-29 23:59", "2026-11-30 08:00", "2026-12-02 08:00", "2026-11-30 08:00"),
        ("2026-11-30 00:00", "2026-12-01 08:00", "2026-12-03 08:00", "2026-12-07 08:00"),
        ("2027-03-27 12:00", "2027-03-29 08:00", "2027-03-31 08:00", "2027-03-29 08:00"),  # the clock changes
    ],
)
def test_they_are_of_working_days(now: str, following: str, third: str, next_week: str):
    found = mornings(a_calendar(), berlin(now))
    assert (found.zone, found.next) == ("Europe/Berlin", berlin(following))
    assert (found.third, found.next_week) == (berlin(third), berlin(next_week))


def test_holidays_are_left_out():
    calendar = a_calendar(holidays=["2026-11-30"])
    assert mornings(calendar, berlin("2026-11-28 11:00")).next == berlin("2026-12-01 08:00")


def test_what_never_closes_begins_at_nine():
    found = mornings(a_calendar(week="24x7"), berlin("2026-11-28 11:00"))
    assert found.next == berlin("2026-11-29 09:00")
    assert found.next_week == berlin("2026-11-30 09:00")


def test_a_night_shift_begins_in_the_evening():
    assert mornings(a_calendar(week=NIGHTS), berlin("2026-11-24 03:00")).next == berlin("2026-11-25 22:00")


def test_a_day_that_opens_at_midnight_begins_then():
    early = a_calendar(week={day: [["00:00", "06:00"]] for day in WEEKDAYS})
    assert mornings(early, berlin("2026-11-24 03:00")).next == berlin("2026-11-25 00:00")
    late_too = a_calendar(week={day: [["00:00", "06:00"], ["22:00", "24:00"]] for day in WEEKDAYS})
    assert mornings(late_too, berlin("2026-11-24 03:00")).next == berlin("2026-11-25 22:00")
    assert mornings(late_too, berlin("2026-11-24 03:00")).next_week == berlin("2026-11-30 00:00")
