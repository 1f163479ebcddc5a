"""Why this deadline: a clock's time line by line, with the names of calendar, holiday and pause."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import deadline, names_between, open_between
from helpdesk.core.calendars.rules.open_time import to_moment
from helpdesk.core.clocks.rules.counting import Stretch
from helpdesk.core.clocks.rules.ledger import Clock

MICROSECOND = timedelta(microseconds=1)


class LineKind(StrEnum):
    COUNTED = "counted"
    CLOSED = "closed"
    PAUSED = "paused"
    FINISHED = "finished"  # between solving and reopening


class Line(Struct, frozen=True, kw_only=True):
    """One interval, what it is, and its names; no end while a pause lasts."""

    start: datetime
    end: datetime | None
    kind: LineKind
    names: tuple[str, ...]

    @property
    def counted(self) -> timedelta:
        return self.end - self.start if self.end and self.kind is LineKind.COUNTED else timedelta()


class Explanation(Struct, frozen=True, kw_only=True):
    """The lines up to the deadline, or to the end if that came first.

    What they count and what is `left` make the target, exactly.
    """

    lines: tuple[Line, ...]
    left: timedelta

    @property
    def counted(self) -> timedelta:
        return sum((line.counted for line in self.lines), timedelta())


def explain(clock: Clock) -> Explanation:
    left = clock.target // MICROSECOND
    lines: list[Line] = []
    for stretch in clock.stretches:
        if left == 0:
            break
        for start, end, kind, names in _parts(clock, stretch, left):
            left -= end - start if end is not None and kind is LineKind.COUNTED else 0
            ended = None if end is None else to_moment(end)
            lines.append(Line(start=to_moment(start), end=ended, kind=kind, names=names))
    return Explanation(lines=tuple(lines), left=timedelta(microseconds=left))


Part = tuple[int, int | None, LineKind, tuple[str, ...]]


def _parts(clock: Clock, stretch: Stretch, left: int) -> Iterator[Part]:
    """One stretch in parts, no more than until `left` is used up."""
    if not stretch.counts:
        kind = LineKind.FINISHED if stretch.finished else LineKind.PAUSED
        yield stretch.start, stretch.end, kind, (stretch.state,)
    elif clock.schedule is None:
        end = stretch.start + left
        until = end if stretch.end is None else min(end, stretch.end)
        yield stretch.start, until, LineKind.COUNTED, ()
    else:
        yield from _of_calendar(clock.schedule, stretch, left)


def _of_calendar(schedule: Calendar, stretch: Stretch, left: int) -> Iterator[Part]:
    due = deadline(schedule, stretch.start, left)
    until = due if stretch.end is None else min(due, stretch.end)
    at = stretch.start
    for start, end in open_between(schedule, stretch.start, until):
        if at < start:
            yield at, start, LineKind.CLOSED, names_between(schedule, at, start)
        yield start, end, LineKind.COUNTED, (schedule.name,)
        at = end
    if at < until:
        yield at, until, LineKind.CLOSED, names_between(schedule, at, until)
