"""The calendar file: what an administrator writes, read into a Calendar or refused with the place and the reason."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpdesk.domain.calendars import ALWAYS, Calendar, CalendarError, SpecialDay, regional_holidays
from helpdesk.domain.open_time import DAY, Span
from helpdesk.domain.setting_reader import Reader, is_object, read

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIELDS: Final = frozenset(
    {
        "id", "version", "name", "timezone", "week", "holidays", "recurring_holidays", "half_days", "moved_holidays",
        "workdays", "region", "region_days", "holiday_language", "joined",
    }
)  # fmt: skip
JOINED_FIELDS: Final = frozenset({"id", "version", "name", "joined"})
LONGEST_YEAR: Final = 366

Yearly = tuple[int, int]
Key = TypeVar("Key", date, Yearly)


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
        workdays=frozenset(_date(reader, place, text) for place, text in _places(reader, "workdays")),
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
                reader.refuse(place, f"there is no calendar {item}")
            members.extend(known[item].members)
        else:
            members.extend(parse_calendar(item, known, reader.at(place)).members)
    if not members:
        reader.refuse("joined", "names no calendar")
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
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reader.refuse("timezone", f"there is no time zone {name}")
    return name


def _week(reader: Reader) -> tuple[tuple[Span, ...], ...]:
    if reader.fields.get("week") == "24x7":
        return (ALWAYS,) * 7
    week = reader.inner("week")
    week.only(frozenset(WEEKDAYS))
    days = tuple(_hours(week, day, week.items(day)) for day in WEEKDAYS)
    if not any(days):
        reader.refuse("week", "has no open time at all")
    _check_overlap(week, days)
    return days


def _hours(reader: Reader, place: str, items: list[object]) -> tuple[Span, ...]:
    """The intervals of one day, in order and apart from each other."""
    spans = tuple(_interval(reader, f"{place}[{index}]", item) for index, item in enumerate(items))
    for index, (earlier, later) in enumerate(pairwise(spans), start=1):
        if later[0] < earlier[0]:
            reader.refuse(
                f"{place}[{index}]", "begins before the interval listed ahead of it; list them in order"
            )
        if later[0] < earlier[1]:
            reader.refuse(f"{place}[{index}]", "overlaps the interval before it")
    return spans


def _interval(reader: Reader, place: str, item: object) -> Span:
    if not isinstance(item, list | tuple) or len(item) != 2:  # noqa: PLR2004  (a start and an end)
        reader.refuse(place, 'must be a pair of times such as ["08:00", "18:00"]')
    start, end = _time(reader, f"{place}[0]", item[0]), _time(reader, f"{place}[1]", item[1])
    if start == DAY:
        reader.refuse(f"{place}[0]", "24:00 can end an interval but not begin one")
    return start, end if end > start else end + DAY


_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


def _time(reader: Reader, place: str, text: object) -> int:
    if text in {"24:00", "24:00:00"}:
        return DAY
    found = _TIME.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        reader.refuse(place, f"{text!r} is not a time of day such as 08:00 or 24:00")
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (hours * 60 + minutes) * 60 + seconds


def _check_overlap(week: Reader, days: tuple[tuple[Span, ...], ...]) -> None:
    """Hours that run past midnight must end before the next day's begin; Sunday is followed by Monday."""
    for index, day in enumerate(days):
        following = days[(index + 1) % 7]
        if day and following and day[-1][1] - DAY > following[0][0]:
            week.refuse(
                f"{WEEKDAYS[(index + 1) % 7]}[0]", f"overlaps the hours that run over from {WEEKDAYS[index]}"
            )


def _special_days(reader: Reader) -> tuple[dict[date, SpecialDay], dict[Yearly, SpecialDay]]:
    own: dict[date, SpecialDay] = {}
    yearly: dict[Yearly, SpecialDay] = {}
    for place, item in _places(reader, "holidays"):
        text, name = _named(reader, place, item)
        own[_date(reader, place, text)] = SpecialDay(name=name)
    for place, item in _places(reader, "recurring_holidays"):
        text, name = _named(reader, place, item)
        yearly[_yearly(reader, place, text)] = SpecialDay(name=name)
    for text, item in reader.inner("half_days").fields.items():
        _half_day(reader.inner("half_days"), text, item, own, yearly)
    if len(yearly) >= LONGEST_YEAR and not any(special.hours for special in yearly.values()):
        reader.refuse("recurring_holidays", "close every day of the year")
    return own, yearly


def _half_day(
    reader: Reader, text: str, item: object, own: dict[date, SpecialDay], yearly: dict[Yearly, SpecialDay]
) -> None:
    """Hours for one date, or for a date of every year; alone or as `{"name": ..., "hours": [...]}`."""
    name, hours = "half day", item
    if is_object(item):
        entry = reader.inner(text)
        entry.only(frozenset({"name", "hours"}))
        name, hours = entry.text("name", name), entry.items("hours")
    if not isinstance(hours, list | tuple):
        reader.refuse(text, "must be a list of intervals")
    special = SpecialDay(name=name, hours=_hours(reader, text, list(hours)))
    if _YEARLY.fullmatch(text):
        _put(reader, text, yearly, _yearly(reader, text, text), special)
    else:
        _put(reader, text, own, _date(reader, text, text), special)


def _put(reader: Reader, place: str, days: dict[Key, SpecialDay], key: Key, special: SpecialDay) -> None:
    if key in days:
        reader.refuse(place, "is a holiday already")
    days[key] = special


def _named(reader: Reader, place: str, item: object) -> tuple[object, str]:
    """A date alone, or `{"date": ..., "name": ...}`."""
    if not is_object(item):
        return item, "holiday"
    entry = Reader(fields=item, place=reader.at(place), error=reader.error)
    entry.only(frozenset({"date", "name"}))
    return entry.text("date"), entry.text("name", "holiday")


def _date(reader: Reader, place: str, text: object) -> date:
    if isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    reader.refuse(place, f"{text!r} is not a date such as 2026-12-24")


_YEARLY: Final = re.compile(r"(\d\d)-(\d\d)", re.ASCII)


def _yearly(reader: Reader, place: str, text: object) -> Yearly:
    found = _YEARLY.fullmatch(text) if isinstance(text, str) else None
    if found:
        month, day = int(found[1]), int(found[2])
        try:
            date(2024, month, day)  # a leap year: 02-29 comes every fourth year
        except ValueError:
            pass
        else:
            return month, day
    reader.refuse(place, f"{text!r} is not a day of the year such as 01-01")


def _moved(reader: Reader) -> dict[date, date]:
    moved = reader.inner("moved_holidays")
    return {_date(moved, key, key): _date(moved, key, moved.text(key)) for key in moved.fields}


def _region_days(reader: Reader) -> dict[int, dict[Yearly, str]]:
    """Holidays of the region laid down year by year, so that a new release of the package moves no promise."""
    years: dict[int, dict[Yearly, str]] = {}
    for year, days in reader.inner("region_days").each():
        if not re.fullmatch(r"\d{4}", year, re.ASCII):
            reader.refuse("region_days", f"{year} is not a year")
        years[int(year)] = {_yearly(days, key, key): days.text(key) for key in days.fields}
    return years


def _region(reader: Reader) -> str:
    if not reader.has("region"):
        return ""
    region = reader.text("region")
    if not reader.has("region_days"):
        try:
            regional_holidays(region, 2026, reader.text("holiday_language", " ").strip())
        except (NotImplementedError, AttributeError, ValueError):
            reader.refuse("region", f"no public holidays are known for {region}")
    return region


def with_region_days(mapping: Mapping[str, object], first_year: int, last_year: int) -> dict[str, object]:
    """The same file with the region's holidays laid down for some years, as a saved version keeps them."""
    calendar = parse_calendar(mapping)
    if not calendar.region:
        return dict(mapping)
    years = {
        str(year): {
            f"{when:%m-%d}": name
            for when, name in sorted(
                regional_holidays(calendar.region, year, calendar.holiday_language).items()
            )
        }
        for year in range(first_year, last_year + 1)
    }
    return {**mapping, "region_days": years}
