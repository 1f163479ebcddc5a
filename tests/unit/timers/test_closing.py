"""When a solved ticket closes by itself: after days, or after days on which its calendar opens."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.capabilities.timers.settings import CLOSE_SOLVED_AFTER, Closing
from helpdesk.core.calendars.rules.calendar import ALWAYS, Calendar, CalendarError, SpecialDay
from helpdesk.core.calendars.rules.hours import after_business_days
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.settings.versions import Versions
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.clocks import a_calendar, a_policy, berlin
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = a_calendar(holidays=["2026-12-24", "2026-12-25"])


@pytest.mark.parametrize(
    ("solved", "days", "closes"),
    [
        ("2026-11-23 16:00", 1, "2026-11-24 16:00"),  # a Monday
        ("2026-11-27 16:00", 1, "2026-11-30 16:00"),
        ("2026-11-27 16:00", 3, "2026-12-02 16:00"),
        ("2026-11-28 12:00", 1, "2026-11-30 12:00"),  # on a Saturday: Monday is the first day
        ("2026-11-27 20:00", 1, "2026-11-30 20:00"),  # after hours
        ("2026-12-23 09:00", 2, "2026-12-29 09:00"),  # two holidays and a weekend
        ("2026-03-27 16:00", 1, "2026-03-30 16:00"),  # the clock goes forward between
    ],
)
def test_only_days_on_which_the_calendar_opens_count(solved, days, closes):
    assert after_business_days(OFFICE, berlin(solved), days) == berlin(closes)


@given(minutes=st.integers(0, 2 * 366 * 24 * 60), days=st.integers(1, 60))
def test_so_many_such_days_lie_between(minutes, days):
    start = berlin("2026-01-01 00:00") + timedelta(minutes=minutes)
    end = after_business_days(OFFICE, start, days)
    first, last = (each.astimezone(BERLIN).date() for each in (start, end))
    between = [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]
    assert sum(opens(day) for day in between) == days
    assert opens(last)


def opens(day):
    return day.weekday() < 5 and day not in {date(2026, 12, 24), date(2026, 12, 25)}


def test_an_office_that_never_opens_again_has_no_such_day():
    gone = Calendar(
        id="gone", timezone="Europe/Berlin", days={date(2026, 11, 23): SpecialDay(name="Last", hours=ALWAYS)}
    )
    with pytest.raises(CalendarError):
        after_business_days(gone, berlin("2026-11-23 10:00"), 1)


def solved_desk(closing, policy=None):
    desk = memory_desk()
    desk.clock.set(berlin("2026-11-27 10:00"))
    desk.settings.let(CLOSE_SOLVED_AFTER, closing)
    if policy:
        desk.settings.let(POLICIES, Versions({policy.ref: policy}, [policy.ref]))
    ticket = open_ticket(desk)
    tickets.move(desk, Wish(ticket_id=ticket.id, by=an_agent().as_actor()), "solved")
    return desk, ticket.id


def closes_at(desk, ticket_id):
    """When it wakes to be closed, and is."""
    desk.clock.set(desk.tickets.get(ticket_id).promise.wake_at)
    ringing.ring(desk, ticket_id, desk.clock.now())
    assert desk.tickets.get(ticket_id).state == "closed"
    return desk.clock.now()


def test_days_are_days_unless_said_otherwise():
    assert CLOSE_SOLVED_AFTER.at_first() == Closing(days=7, business=False)
    assert closes_at(*solved_desk(Closing(days=3, business=False))) == berlin("2026-11-30 10:00")


def test_business_days_are_those_of_the_calendar_by_which_the_ticket_was_promised():
    assert closes_at(*solved_desk(Closing(days=3, business=True))) == berlin("2026-12-02 10:00")


def test_a_ticket_without_a_calendar_closes_after_days():
    plain = a_policy({"resolution": {"*": {"seconds": 3600, "business": False}}}, calendar=None)
    assert closes_at(*solved_desk(Closing(days=3, business=True), plain)) == berlin("2026-11-30 10:00")
