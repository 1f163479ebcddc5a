"""What is right, found the slow way: by looking at every single tick of time.

Nothing here is shared with the product. A calendar is its JSON file; a moment is open when the clock on the wall
then shows a time inside the hours of that day, or inside hours that ran over from the day before.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def clock_time(text):
    hours, minutes = text.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes))


def rows_of(file, day):
    """The hours a date has by the file: its own, if it is special, else those of its weekday."""
    full, yearly = day.isoformat(), day.isoformat()[5:]
    if full in file.get("holidays", []):
        return []
    for key in (full, yearly):
        if key in file.get("half_days", {}):
            return file["half_days"][key]
    if yearly in file.get("recurring_holidays", []):
        return []
    return file["week"].get(NAMES[day.weekday()], [])


def open_on_the_wall(file, wall):
    for day in (wall.date(), wall.date() - timedelta(days=1)):
        since_midnight = wall - datetime.combine(day, time())
        for start_text, end_text in rows_of(file, day):
            start, end = clock_time(start_text), clock_time(end_text)
            if end <= start:
                end += timedelta(days=1)
            if start <= since_midnight < end:
                return True
    return False


def is_open(file, moment):
    if "joined" in file:
        return any(is_open(member, moment) for member in file["joined"])
    wall = moment.astimezone(ZoneInfo(file["timezone"])).replace(tzinfo=None)
    return open_on_the_wall(file, wall)


def ticks(start, end, tick):
    while start < end:
        yield start
        start += tick


def seconds_between(file, start, end, tick=timedelta(minutes=1)):
    return sum(is_open(file, moment) for moment in ticks(start, end, tick)) * tick.total_seconds()


def moment_after(file, start, seconds, tick=timedelta(minutes=1), patience=timedelta(days=60)):
    """When so many seconds have been open, or None when patience ends first."""
    left = seconds
    for moment in ticks(start, start + patience, tick):
        if left <= 0:
            return moment
        if is_open(file, moment):
            left -= tick.total_seconds()
    return None


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)
