"""When the working days to come begin."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, islice, repeat
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import is_open, open_between
from helpdesk.core.calendars.rules.open_time import to_instant, to_moment

NINE: Final = time(9)

AHEAD: Final = 60
"""Days: what is closed for longer has no working day to wait for."""


class Mornings(Struct, frozen=True, kw_only=True):
    """Those that people put things off to. None: there is no such day within two months."""

    zone: str
    next: datetime | None
    third: datetime | None
    next_week: datetime | None


def mornings(calendar: Calendar, now: datetime) -> Mornings:
    """By the days of the calendar's zone. A day begins when it opens; where nothing closes overnight, at nine."""
    zone = calendar.members[0].timezone
    today = now.astimezone(ZoneInfo(zone)).date()
    sunday = today + timedelta(days=6 - today.weekday())
    following, _, third = islice(chain(_mornings(calendar, today), repeat(None)), 3)
    return Mornings(zone=zone, next=following, third=third, next_week=next(_mornings(calendar, sunday), None))


def _mornings(calendar: Calendar, today: date) -> Iterator[datetime]:
    """Of the working days after today."""
    for ahead in range(1, AHEAD + 1):
        found = _morning(calendar, today + timedelta(days=ahead))
        if found:
            yield found


def _morning(calendar: Calendar, day: date) -> datetime | None:
    zone = ZoneInfo(calendar.members[0].timezone)
    midnight, nine = (datetime.combine(day, at, zone) for at in (time(), NINE))
    if is_open(calendar, midnight) and is_open(calendar, nine):
        return nine.astimezone(UTC)
    low, high = to_instant(midnight), to_instant(datetime.combine(day + timedelta(days=1), time(), zone))
    before = low - 1  # what was open then goes on, and does not begin
    return next((to_moment(begin) for begin, _ in open_between(calendar, before, high) if begin > before), None)
