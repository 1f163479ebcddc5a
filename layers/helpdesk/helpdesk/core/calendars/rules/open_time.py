"""Open time on the time line: hours of the week compiled into weeks of instants that one can search.

An instant is open when the wall clock in the calendar's zone then shows a time inside the hours of that day.
So a repeated hour counts twice and a skipped one not at all, whatever the zone does.
Instants are whole microseconds since the epoch; open spans begin and end on whole seconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

DAY: Final = 86_400

WEEK: Final = 7 * DAY

SECOND: Final = 1_000_000

STRIDE: Final = WEEK // 2  # since 1970 no zone has changed its clock twice within six days

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)

Span = tuple[int, int]

Hours = tuple[Span, ...]


def to_instant(moment: datetime) -> int:
    """Microseconds since the epoch. A moment without a zone is refused by the subtraction."""
    since = moment - EPOCH
    return (since.days * DAY + since.seconds) * SECOND + since.microseconds


def to_moment(instant: int) -> datetime:
    return EPOCH + timedelta(microseconds=instant)


class OpenWeek(Struct, frozen=True):
    """The open spans of seven days, in microseconds from their begin, with the open time summed up."""

    starts: list[int]
    ends: list[int]
    worked: list[int]  # by the end of each span
    total: int

    def passed(self, instant: int) -> int:
        """Open time before an instant."""
        index = bisect_right(self.starts, instant) - 1
        if index < 0:
            return 0
        left = self.ends[index] - instant
        return self.worked[index] - left if left > 0 else self.worked[index]

    def reached(self, work: int) -> int:
        """The first instant at which this much open time has passed."""
        index = bisect_left(self.worked, work)
        return self.ends[index] - (self.worked[index] - work)

    def left_behind(self, work: int) -> int:
        """The last such instant: time is open and goes on from there."""
        index = bisect_right(self.worked, work)
        return self.ends[index] - (self.worked[index] - work)


def open_week(spans: Iterable[Span], low: int) -> OpenWeek:
    """The week that begins in the second `low` and is open in these spans."""
    merged = [((start - low) * SECOND, (end - low) * SECOND) for start, end in merge(sorted(spans))]
    worked = list(accumulate(end - start for start, end in merged))
    return OpenWeek(
        starts=[start for start, _ in merged],
        ends=[end for _, end in merged],
        worked=worked,
        total=worked[-1] if worked else 0,
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
    stretches: Iterable[tuple[int, int, int]], week: Sequence[Hours], special: Mapping[int, Hours]
) -> Iterator[Span]:
    """The open seconds of stretches of one offset each, from the local hours that begin on each day."""
    for begin, end, offset in stretches:
        first_day = (begin + offset) // DAY - 1  # yesterday's hours may run into this day
        last_day = (end + offset - 1) // DAY
        for day in range(first_day, last_day + 1):
            midnight = day * DAY - offset
            hours = special.get(day)
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
    if begin < high:
        yield begin, high, offset


def first_other(zone: ZoneInfo, earlier: int, later: int, offset: int) -> int:
    """The second in which the zone left an offset."""
    seconds = range(earlier + 1, later + 1)
    return earlier + 1 + bisect_left(seconds, 1, key=lambda second: offset_at(zone, second) != offset)
