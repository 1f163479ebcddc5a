"""Reading days and times of day as a calendar file writes them."""

import re
import reprlib
from datetime import date
from itertools import pairwise
from typing import Final

from helpdesk.core.calendars.rules.open_time import DAY, Span
from helpdesk.core.calendars.rules.refusals import (
    BEGINS_AT_END,
    NOT_DATE,
    NOT_DAY,
    NOT_IN_ORDER,
    NOT_INTERVAL,
    NOT_TIME,
    OVERLAPS,
)
from helpdesk.foundation.kernel.reading import Reader

DayOfYear = tuple[int, int]

_TIME: Final = re.compile(r"([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_DAY_OF_YEAR: Final = re.compile(r"\d\d-\d\d", re.ASCII)

_LEAP_YEAR: Final = 2024


def read_hours(reader: Reader, place: str, items: list[object]) -> tuple[Span, ...]:
    """The intervals of one day, in order and apart from each other."""
    spans = tuple(_interval(reader, f"{place}[{index}]", item) for index, item in enumerate(items))
    for index, (earlier, later) in enumerate(pairwise(spans), start=1):
        if later[0] < earlier[0]:
            reader.refuse(f"{place}[{index}]", NOT_IN_ORDER())
        if later[0] < earlier[1]:
            reader.refuse(f"{place}[{index}]", OVERLAPS())
    return spans


def _interval(reader: Reader, place: str, item: object) -> Span:
    if not isinstance(item, list | tuple) or len(item) != 2:  # noqa: PLR2004  (a start and an end)
        reader.refuse(place, NOT_INTERVAL())
    start, end = _time(reader, f"{place}[0]", item[0]), _time(reader, f"{place}[1]", item[1])
    if start == DAY:
        reader.refuse(f"{place}[0]", BEGINS_AT_END())
    return start, end if end > start else end + DAY


def _time(reader: Reader, place: str, text: object) -> int:
    if not isinstance(text, str):
        reader.refuse(place, NOT_TIME(text=_shown(text)))
    if text in {"24:00", "24:00:00"}:
        return DAY
    found = _TIME.fullmatch(text)
    if found is None:
        reader.refuse(place, NOT_TIME(text=_shown(text)))
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (hours * 60 + minutes) * 60 + seconds


def _shown(text: object) -> str:
    """As it is said in a refusal, whatever was sent."""
    return reprlib.repr(text)


def read_date(reader: Reader, place: str, text: object) -> date:
    found = date_or_none(text) if isinstance(text, str) and _DATE.fullmatch(text) else None
    if found is None:
        reader.refuse(place, NOT_DATE(text=_shown(text)))
    return found


def read_day_of_year(reader: Reader, place: str, text: object) -> DayOfYear:
    """A day that comes every year, or every leap year: `02-29` is one."""
    found = date_or_none(f"{_LEAP_YEAR}-{text}") if is_day_of_year(text) else None
    if found is None:
        reader.refuse(place, NOT_DAY(text=_shown(text)))
    return found.month, found.day


def is_day_of_year(text: object) -> bool:
    return isinstance(text, str) and _DAY_OF_YEAR.fullmatch(text) is not None


def date_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
