"""When a report is sent, and over what time it then is."""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.foundation.kernel.locales import is_zone

LONGEST: Final = 33
"""Days within which each of them comes round: a time that a day leaves out may be one day later."""


class Rhythm(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def due_after(at: datetime, rhythm: Rhythm, time_of_day: str, timezone: str) -> datetime:
    """The next such time of somebody's own clock: on each day, on Mondays, or on the first of a month. A time that a
    day leaves out is the one that follows there.
    """
    zone = _zone(timezone)
    today = at.astimezone(zone).date()
    days = (today + timedelta(days=number) for number in range(LONGEST))
    wanted = time.fromisoformat(time_of_day)
    times = (datetime.combine(day, wanted, zone).astimezone(UTC) for day in days if _begins(day, rhythm))
    return next(each for each in times if each > at)


def period_of(at: datetime, rhythm: Rhythm, timezone: str) -> Period:
    """The last day, week or month that was over then."""
    zone = _zone(timezone)
    after = at.astimezone(zone).date()
    while not _begins(after, rhythm):
        after -= timedelta(days=1)
    last = after - timedelta(days=1)
    first = last
    while not _begins(first, rhythm):
        first -= timedelta(days=1)
    return Period(first=first, last=last, by=By.DAY, timezone=zone.key)


def _begins(day: date, rhythm: Rhythm) -> bool:
    match rhythm:
        case Rhythm.DAY:
            return True
        case Rhythm.WEEK:
            return day.weekday() == 0
    return day.day == 1


def _zone(timezone: str) -> ZoneInfo:
    return ZoneInfo(timezone if is_zone(timezone) else "UTC")
