"""Open time on the time line: calendars compiled, window by window, into instants one can search.

An instant is open when the wall clock in the calendar's zone then shows a time inside the hours of that day.
So a repeated hour counts twice and a skipped one not at all, whatever the zone does.
Instants are whole microseconds since the epoch; open spans begin and end on whole seconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from zoneinfo import ZoneInfo

DAY = 86_400
SECOND = 1_000_000
WINDOW = 1 << 22  # seconds, about seven weeks: small enough to build at once, large enough to be few
STRIDE = 4 * DAY  # since 1970 no zone has changed its clock twice within six days
FAR = 753  # windows, about a century: beyond it nothing opens any more
LAST_WINDOW = int(datetime(9990, 1, 1, tzinfo=UTC).timestamp()) // WINDOW
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Span = tuple[int, int]
Hours = tuple[Span, ...]


def to_instant(moment: datetime) -> int:
    """Microseconds since the epoch. A moment without a zone is refused by the subtraction."""
    since = moment - EPOCH
    return (since.days * DAY + since.seconds) * SECOND + since.microseconds


def to_moment(instant: int) -> datetime:
    return EPOCH + timedelta(microseconds=instant)


@dataclass(frozen=True, slots=True)
class Window:
    """The open spans of one stretch of time, with the work before each of them summed up."""

    starts: list[int]
    ends: list[int]
    worked: list[int]  # open time from the window's start to the end of each span

    @property
    def total(self) -> int:
        return self.worked[-1] if self.worked else 0

    def passed(self, instant: int) -> int:
        """Open time between the window's start and the instant."""
        index = bisect_right(self.starts, instant) - 1
        if index < 0:
            return 0
        return self.worked[index] - max(self.ends[index] - instant, 0)

    def reached(self, work: int) -> int:
        """The first instant at which this much open time has passed."""
        index = bisect_left(self.worked, work)
        return self.ends[index] - (self.worked[index] - work)

    def left_behind(self, work: int) -> int:
        """The last such instant: time is open and goes on from there."""
        index = bisect_right(self.worked, work)
        return self.ends[index] - (self.worked[index] - work)


def window_of(spans: Iterable[Span]) -> Window:
    merged = list(merge(sorted(spans)))
    return Window(
        starts=[start * SECOND for start, _ in merged],
        ends=[end * SECOND for _, end in merged],
        worked=list(accumulate((end - start) * SECOND for start, end in merged)),
    )


def merge(spans: Iterable[Span]) -> Iterator[Span]:
    """Sorted spans, those that touch or overlap made one."""
    current: Span | None = None
    for start, end in spans:
        if current is None:
            current = (start, end)
        elif start <= current[1]:
            current = (current[0], max(current[1], end))
        else:
            yield current
            current = (start, end)
    if current is not None:
        yield current


def open_spans(
    zone: ZoneInfo, week: Sequence[Hours], special: Mapping[int, Hours], low: int, high: int
) -> Iterator[Span]:
    """The open seconds between two instants, from the local hours that begin on each day."""
    for begin, end, offset in offsets(zone, low, high):
        first_day = (begin + offset) // DAY - 1  # yesterday's hours may run into this day
        last_day = (end + offset - 1) // DAY
        for day in range(first_day, last_day + 1):
            hours = special.get(day)
            midnight = day * DAY - offset
            for start, stop in week[(day + 3) % 7] if hours is None else hours:
                opens, closes = midnight + start, midnight + stop
                if closes > begin and opens < end:
                    yield max(opens, begin), min(closes, end)


def offset_at(zone: ZoneInfo, second: int) -> int:
    offset = datetime.fromtimestamp(second, zone).utcoffset() or timedelta()
    return offset.days * DAY + offset.seconds


def offsets(zone: ZoneInfo, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """Stretches between two instants in which the zone's offset stays the same."""
    begin, offset = low, offset_at(zone, low)
    for earlier, later in pairwise([*range(low, high, STRIDE), high]):
        changed = offset_at(zone, later)
        if changed != offset:
            change = first_other(zone, earlier, later, offset)
            yield begin, change, offset
            begin, offset = change, changed
    yield begin, high, offset


def first_other(zone: ZoneInfo, earlier: int, later: int, offset: int) -> int:
    """The second in which the zone left an offset."""
    seconds = range(earlier, later)
    return earlier + bisect_left(seconds, 1, key=lambda second: offset_at(zone, second) != offset)
