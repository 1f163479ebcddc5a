"""The calendar file: what an administrator writes, made a Calendar or refused with place and reason."""

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from helpdesk.core.calendars.rules.calendar import (
    ALWAYS,
    Calendar,
    CalendarError,
    SpecialDay,
    has_holidays,
    regional_holidays,
)
from helpdesk.core.calendars.rules.open_time import DAY, Span
from helpdesk.core.calendars.rules.refusals import (
    ALL_CLOSED,
    HOLIDAY_ALREADY,
    JOINS_NOTHING,
    NEVER_OPEN,
    NO_CALENDAR,
    NO_REGION,
    NOT_INTERVALS,
    RUNS_OVER,
)
from helpdesk.core.calendars.settings.days import DayOfYear, is_day_of_year, read_date, read_day_of_year, read_hours
from helpdesk.foundation.kernel.locales import NO_ZONE, is_zone
from helpdesk.foundation.kernel.reading import Reader, is_object, read
from helpdesk.foundation.kernel.refusals import TOO_MANY

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

FIELDS: Final = frozenset(
    {
        "id", "version", "name", "timezone", "week", "holidays", "recurring_holidays", "half_days",
        "moved_holidays", "workdays", "region", "region_days", "holiday_language", "joined",
    }
)  # fmt: skip

JOINED_FIELDS: Final = frozenset({"id", "version", "name", "joined"})

LONGEST_YEAR: Final = 366

MOST_JOINED: Final = 50  # also through others that are joined

Key = TypeVar("Key", date, DayOfYear)


def parse_calendar(mapping: object, known: Mapping[str, Calendar] | None = None, place: str = "") -> Calendar:
    """The calendar a file describes. `known` are the calendars that `joined` may name by id."""
    reader = read(mapping, place, CalendarError)
    reader.only(FIELDS)
    if reader.has("joined"):
        return _joined(reader, known or {})
    timezone = _timezone(reader)
    own, yearly = _special_days(reader)
    return Calendar(
        id=reader.text("id", "calendar"),
        version=reader.integer("version", 1),
        name=reader.text("name", reader.text("id", "calendar")),
        timezone=timezone,
        week=_week(reader),
        days=own,
        yearly=yearly,
        moved=_moved(reader),
        workdays=frozenset(read_date(reader, place, text) for place, text in _places(reader, "workdays")),
        holiday_language=reader.text("holiday_language", " ").strip(),
        region_days=_region_days(reader),
        region=_region(reader),
    )


def _joined(reader: Reader, known: Mapping[str, Calendar]) -> Calendar:
    reader.only(JOINED_FIELDS)
    members: list[Calendar] = []
    for place, item in _places(reader, "joined"):
        if isinstance(item, str):
            if item not in known:
                reader.refuse(place, NO_CALENDAR(name=item))
            members.extend(known[item].members)
        else:
            members.extend(parse_calendar(item, known, reader.at(place)).members)
        if len(members) > MOST_JOINED:
            reader.refuse("joined", TOO_MANY(most=MOST_JOINED))
    if not members:
        reader.refuse("joined", JOINS_NOTHING())
    name = reader.text("name", " + ".join(member.name for member in members))
    return Calendar(
        id=reader.text("id", "calendar"),
        version=reader.integer("version", 1),
        name=name,
        joined=tuple(members),
    )


def _places(reader: Reader, key: str) -> list[tuple[str, object]]:
    return [(f"{key}[{index}]", item) for index, item in enumerate(reader.items(key))]


def _timezone(reader: Reader) -> str:
    name = reader.text("timezone")
    if not is_zone(name):
        reader.refuse("timezone", NO_ZONE(name=name))
    return name


def _week(reader: Reader) -> tuple[tuple[Span, ...], ...]:
    if reader.fields.get("week") == "24x7":
        return (ALWAYS,) * 7
    week = reader.inner("week")
    week.only(frozenset(WEEKDAYS))
    days = tuple(read_hours(week, day, week.items(day)) for day in WEEKDAYS)
    if not any(days):
        reader.refuse("week", NEVER_OPEN())
    _check_overlap(week, days)
    return days


def _check_overlap(week: Reader, days: tuple[tuple[Span, ...], ...]) -> None:
    """Hours that run past midnight must end before the next day's begin; Sunday is followed by Monday."""
    for index, day in enumerate(days):
        following = days[(index + 1) % 7]
        if day and following and day[-1][1] - DAY > following[0][0]:
            week.refuse(f"{WEEKDAYS[(index + 1) % 7]}[0]", RUNS_OVER(day=WEEKDAYS[index]))


def _special_days(reader: Reader) -> tuple[dict[date, SpecialDay], dict[DayOfYear, SpecialDay]]:
    own: dict[date, SpecialDay] = {}
    yearly: dict[DayOfYear, SpecialDay] = {}
    for place, item in _places(reader, "holidays"):
        text, name = _named(reader, place, item)
        own[read_date(reader, place, text)] = SpecialDay(name=name)
    for place, item in _places(reader, "recurring_holidays"):
        text, name = _named(reader, place, item)
        yearly[read_day_of_year(reader, place, text)] = SpecialDay(name=name)
    for text, item in reader.inner("half_days").fields.items():
        _half_day(reader.inner("half_days"), text, item, own, yearly)
    if len(yearly) >= LONGEST_YEAR and not any(special.hours for special in yearly.values()):
        reader.refuse("recurring_holidays", ALL_CLOSED())
    return own, yearly


def _half_day(
    reader: Reader, text: str, item: object, own: dict[date, SpecialDay], yearly: dict[DayOfYear, SpecialDay]
) -> None:
    """Hours for one date, or for a date of every year; alone or as `{"name": ..., "hours": [...]}`."""
    name, hours = "half day", item
    if is_object(item):
        entry = reader.inner(text)
        entry.only(frozenset({"name", "hours"}))
        name, hours = entry.text("name", name), entry.items("hours")
    if not isinstance(hours, list | tuple):
        reader.refuse(text, NOT_INTERVALS())
    special = SpecialDay(name=name, hours=read_hours(reader, text, list(hours)))
    if is_day_of_year(text):
        _put(reader, text, yearly, read_day_of_year(reader, text, text), special)
    else:
        _put(reader, text, own, read_date(reader, text, text), special)


def _put(reader: Reader, place: str, days: dict[Key, SpecialDay], key: Key, special: SpecialDay) -> None:
    if key in days:
        reader.refuse(place, HOLIDAY_ALREADY())
    days[key] = special


def _named(reader: Reader, place: str, item: object) -> tuple[object, str]:
    """A date alone, or `{"date": ..., "name": ...}`."""
    if not is_object(item):
        return item, "holiday"
    entry = Reader(fields=item, place=reader.at(place), error=reader.error)
    entry.only(frozenset({"date", "name"}))
    return entry.text("date"), entry.text("name", "holiday")


def _moved(reader: Reader) -> dict[date, date]:
    moved = reader.inner("moved_holidays")
    return {read_date(moved, key, key): read_date(moved, key, moved.text(key)) for key in moved.fields}


def _region_days(reader: Reader) -> dict[int, dict[DayOfYear, str]]:
    """Holidays of the region laid down by year, so that a new release of the package moves no promise."""
    laid_down = reader.inner("region_days")
    return {
        read_date(laid_down, year, f"{year}-01-01").year: {
            read_day_of_year(days, key, key): days.text(key) for key in days.fields
        }
        for year, days in laid_down.each()
    }


def _region(reader: Reader) -> str:
    if not reader.has("region"):
        return ""
    region = reader.text("region")
    if not reader.has("region_days") and not has_holidays(region):
        reader.refuse("region", NO_REGION(name=region))
    return region


def with_region_days(mapping: Mapping[str, object], first_year: int, last_year: int) -> dict[str, object]:
    """A valid file with the region's holidays laid down for some years, as a saved version keeps them."""
    joined, region = mapping.get("joined"), mapping.get("region")
    if isinstance(joined, list):
        members = [with_region_days(each, first_year, last_year) if is_object(each) else each for each in joined]
        return {**mapping, "joined": members}
    if not isinstance(region, str):
        return dict(mapping)
    language = str(mapping.get("holiday_language") or "")
    years = {
        str(year): {f"{when:%m-%d}": name for when, name in sorted(regional_holidays(region, year, language).items())}
        for year in range(first_year, last_year + 1)
    }
    return {**mapping, "region_days": years}
