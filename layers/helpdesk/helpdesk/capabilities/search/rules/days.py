"""Spans of days as they are typed: `2026-01`, `>2026-01-15`, `2026-01..2026-03`, `<=today`, `>=-7d`."""

import re
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo

Span: TypeAlias = tuple[datetime | None, datetime | None]
"""From the first on, and before the second."""

_NEAR: Final = {
    "today": 0, "heute": 0, "tomorrow": 1, "morgen": 1, "yesterday": -1, "gestern": -1,
}  # fmt: skip

_DAYS: Final = {"d": 1, "t": 1, "w": 7}  # "t" as in German "Tage"

_WRITTEN: Final = re.compile(r"(>=|<=|>|<|)([^.<>=]+)(?:\.\.([^.<>=]+))?")

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

_APART: Final = re.compile(r"([+-]\d{1,4})([dtw])")


def span(value: str, zone: ZoneInfo, now: datetime | None) -> Span | None:
    """None for what is no span of days; those that hang on the day of today are none without a `now`."""
    found = _WRITTEN.fullmatch(value.casefold())
    try:
        return _between(found, zone, now) if found else None
    except (ValueError, OverflowError):
        return None  # there is no such day


def _between(found: re.Match[str], zone: ZoneInfo, now: datetime | None) -> Span | None:
    first = _period(found[2], zone, now)
    if first is None:
        return None
    since, until = first
    if found[3]:
        last = None if found[1] else _period(found[3], zone, now)
        return last and (since, last[1])
    spans: dict[str, Span] = {">": (until, None), ">=": (since, None), "<": (None, since), "<=": (None, until)}
    return spans.get(found[1], (since, until))


def _period(written: str, zone: ZoneInfo, now: datetime | None) -> tuple[datetime, datetime] | None:
    """When a year, a month or a day begins, and when the next one does."""
    if day := _DATE.fullmatch(written):
        first, after = _dated(int(day[1]), day[2], day[3])
    elif (days := _apart(written)) is not None and now:
        first = now.astimezone(zone).date() + timedelta(days=days)
        after = first + timedelta(days=1)
    else:
        return None
    return _midnight(first, zone), _midnight(after, zone)


def _dated(year: int, month: str | None, day: str | None) -> tuple[date, date]:
    first = date(year, int(month or 1), int(day or 1))
    if day:
        return first, first + timedelta(days=1)
    if month:
        return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, date(first.year + 1, 1, 1)


def _apart(written: str) -> int | None:
    if written in _NEAR:
        return _NEAR[written]
    found = _APART.fullmatch(written)
    return int(found[1]) * _DAYS[found[2]] if found else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
