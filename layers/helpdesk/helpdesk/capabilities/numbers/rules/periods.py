"""The time that a report is over: its days in the reader's zone, as spans of instants."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.refusals import SPANS
from helpdesk.foundation.kernel.errors import InvalidError

TOTAL: Final = "total"
BEFORE: Final = "before"
MOST_SPANS: Final = 400


class By(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Span(Struct, frozen=True, kw_only=True):
    """`end` is the first instant after it. What is still to come ends now: nothing stands there yet."""

    name: str
    start: datetime
    end: datetime


class Period(Struct, frozen=True, kw_only=True):
    """From one day to another, both included."""

    first: date
    last: date
    by: By
    timezone: str

    def spans(self, now: datetime) -> list[Span]:
        """All of it, as long a time before it, and its parts, of which none begins in the future."""
        after = self.last + timedelta(days=1)
        earlier = self.first - (after - self.first)
        parts = [(begin.isoformat(), begin, end) for begin, end in self._parts(after)]
        if len(parts) > MOST_SPANS or not parts:
            raise InvalidError.at("to", SPANS(most=MOST_SPANS))
        wanted = [(TOTAL, self.first, after), (BEFORE, earlier, self.first), *parts]
        found = [Span(name=name, start=self._midnight(a), end=min(self._midnight(b), now)) for name, a, b in wanted]
        return [span for span in found if span.name in {TOTAL, BEFORE} or span.start < now]

    def _parts(self, after: date) -> Iterator[tuple[date, date]]:
        begin = self.first
        while begin < after:
            end = min(self._next(begin), after)
            yield begin, end
            begin = end

    def _next(self, day: date) -> date:
        match self.by:
            case By.DAY:
                return day + timedelta(days=1)
            case By.WEEK:
                return day + timedelta(days=7 - day.weekday())
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), ZoneInfo(self.timezone)).astimezone(UTC)
