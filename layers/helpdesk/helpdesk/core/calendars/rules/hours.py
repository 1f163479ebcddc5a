"""Business hours: turning 'four working hours from now' into a moment, and a stretch of time into work."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar, CalendarError, local_day
from helpdesk.core.calendars.rules.open_time import DAY, SECOND, WEEK, Span, merge, to_instant, to_moment
from helpdesk.core.calendars.rules.refusals import HARDLY_OPEN

STEP = WEEK * SECOND

FAR = 5218  # weeks, a century: nobody waits longer for an office to open

LAST_WEEK = to_instant(datetime(9990, 1, 1, tzinfo=UTC)) // STEP

MICROSECOND = timedelta(microseconds=1)


class OpenInterval(Struct, frozen=True, kw_only=True):
    """Open from `start` to `end`. `closed_before` names the holidays since the interval before."""

    start: datetime
    end: datetime
    closed_before: tuple[str, ...] = ()


def working_time_between(calendar: Calendar, start: datetime, end: datetime) -> timedelta:
    """Open time from one moment to a later one."""
    if end < start:
        raise ValueError(f"{end.isoformat()} lies before {start.isoformat()}")
    return timedelta(microseconds=worked(calendar, to_instant(start), to_instant(end)))


def after_working_time(calendar: Calendar, start: datetime, work: timedelta) -> datetime:
    """The moment `work` of open time has passed since `start`; no work at all still waits for opening."""
    if work < timedelta():
        raise ValueError("Working time cannot be negative")
    return to_moment(deadline(calendar, to_instant(start), work // MICROSECOND))


def after_business_days(calendar: Calendar, start: datetime, days: int) -> datetime:
    """The same time of day so many days later, of which only those count on which the calendar is open at all."""
    zone = ZoneInfo(calendar.members[0].timezone)
    local = start.astimezone(zone)
    for _ in range(days):
        local = _next_open_day(calendar, local, zone)
    return local.astimezone(UTC)


def _next_open_day(calendar: Calendar, local: datetime, zone: ZoneInfo) -> datetime:
    start = to_instant(datetime.combine(local.date() + timedelta(days=1), time(), zone))
    opening = to_moment(counting_from(calendar, start, 0)).astimezone(zone)
    return datetime.combine(opening.date(), local.time(), zone)


def open_intervals(
    calendar: Calendar, start: datetime, count: int | None = None, until: datetime | None = None
) -> list[OpenInterval]:
    """The open intervals from `start` on: some of them, or those until a moment, or those of a year."""
    low = to_instant(start)
    high = to_instant(until) if until else low + 366 * DAY * SECOND
    found: list[OpenInterval] = []
    previous = low
    for begin, end in open_between(calendar, low, high):
        if count is not None and len(found) >= count:
            break
        closed = names_between(calendar, previous, begin)
        found.append(OpenInterval(start=to_moment(begin), end=to_moment(end), closed_before=closed))
        previous = end
    return found


def is_open(calendar: Calendar, instant: datetime) -> bool:
    index, after = divmod(to_instant(instant), STEP)
    week = calendar.open_week(index)
    return week.passed(after + 1) > week.passed(after)


def worked(calendar: Calendar, start: int, end: int) -> int:
    """Open microseconds between two instants; none when they are the wrong way round."""
    if end <= start:
        return 0
    (first, after_first), (last, after_last) = divmod(start, STEP), divmod(end, STEP)
    total = calendar.open_week(last).passed(after_last) - calendar.open_week(first).passed(after_first)
    for index in range(first, last):
        total += calendar.open_week(index).total
    return total


def deadline(calendar: Calendar, start: int, work: int) -> int:
    """The first instant at which `work` has passed: the end of an open span, if it ends with it."""
    if work == 0:
        return counting_from(calendar, start, 0)
    index, after = divmod(start, STEP)
    goal = calendar.open_week(index).passed(after) + work
    for later in _weeks_from(index):
        week = calendar.open_week(later)
        if goal <= week.total:
            return later * STEP + week.reached(goal)
        goal -= week.total
    raise _never(calendar, start)


def counting_from(calendar: Calendar, start: int, work: int) -> int:
    """The last instant at which `work` has passed and no more: open time, so somebody is there."""
    index, after = divmod(start, STEP)
    goal = calendar.open_week(index).passed(after) + work
    for later in _weeks_from(index):
        week = calendar.open_week(later)
        if goal < week.total:
            return later * STEP + week.left_behind(goal)
        goal -= week.total
    raise _never(calendar, start)


def _weeks_from(index: int) -> range:
    return range(index, min(index + FAR, LAST_WEEK))


def _never(calendar: Calendar, start: int) -> CalendarError:
    return CalendarError("week", HARDLY_OPEN(name=calendar.name, at=to_moment(start).isoformat()))


def open_between(calendar: Calendar, low: int, high: int) -> Iterator[Span]:
    """The open spans between two instants, whole across the seams of the weeks."""
    return merge(_pieces(calendar, low, high))


def _pieces(calendar: Calendar, low: int, high: int) -> Iterator[Span]:
    for index in range(low // STEP, min(high // STEP + 1, LAST_WEEK)):
        week, begin = calendar.open_week(index), index * STEP
        for start, end in zip(week.starts, week.ends, strict=True):
            if begin + end > low and begin + start < high:
                yield max(begin + start, low), min(begin + end, high)


def names_between(calendar: Calendar, start: int, end: int) -> tuple[str, ...]:
    """The names of the days that kept the calendar closed between two instants."""
    names: dict[str, None] = {}
    for member in calendar.members:
        names.update(dict.fromkeys(_names(member, start, end)))
    return tuple(names)


def _names(member: Calendar, start: int, end: int) -> Iterator[str]:
    zone = ZoneInfo(member.timezone)
    (first, _), (last, _) = local_day(zone, start), local_day(zone, end)
    for day in range(first - 1, last + 1):
        special = member.special(day)
        if special is None:
            continue
        midnight = day * DAY - local_day(zone, day * DAY * SECOND)[1]
        if any(
            (midnight + a) * SECOND < end and (midnight + b) * SECOND > start for a, b in member.week[(day + 3) % 7]
        ):
            yield special.name
