"""Counting a cycle: which of its stretches count, and when how much of a target is used up."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import counting_from, deadline, worked
from helpdesk.core.clocks.rules.runs import FINISHED, Cycle, StateChange, Terms


class Stretch(NamedTuple):
    """Part of a cycle in one state, in instants; no end while it lasts."""

    start: int
    end: int | None
    state: str
    counts: bool
    finished: bool


def stretches_of(cycle: Cycle, terms: Terms, states: list[StateChange]) -> Iterator[Stretch]:
    """The cycle cut where the state changed, each part counting or not under the terms."""
    pause = terms.target.pause
    start = cycle.start
    for index in range(cycle.since_state, len(states)):
        change = states[index]
        until = states[index + 1].at if index + 1 < len(states) else None
        if cycle.end is not None and (until is None or until > cycle.end):
            until = cycle.end
        if until is None or start < until:
            finished = change.phase in FINISHED
            counts = not finished and change.state not in pause and change.phase not in pause
            yield Stretch(start, until, change.state, counts, finished)
        if until is None or until == cycle.end:
            break
        start = max(start, until)


class Count:
    """The counting stretches of a cycle, with what had been used up before each and by its end."""

    def __init__(self, schedule: Calendar | None, stretches: tuple[Stretch, ...], now: int) -> None:
        self._schedule = schedule
        self._parts: list[tuple[Stretch, int, int]] = []
        self.total = 0
        for stretch in stretches:
            if stretch.counts:
                before = self.total
                end = now if stretch.end is None else stretch.end
                self.total += end - stretch.start if schedule is None else worked(schedule, stretch.start, end)
                self._parts.append((stretch, before, self.total))

    def reached(self, work: int) -> int | None:
        """The first instant by which so much is used up; None if a pause or the end came before."""
        for stretch, before, by_end in self._parts:
            if stretch.end is None or by_end >= work:
                return self._deadline(stretch.start, work - before)
        return None

    def passed(self, work: int) -> int:
        """The instant from which a running clock uses up more: an opening, where `reached` may be a closing."""
        stretch, before = next(
            (stretch, before) for stretch, before, by_end in self._parts if stretch.end is None or by_end > work
        )
        return self._counting(stretch.start, work - before)

    def counting_at(self, instant: int) -> int:
        """The first instant from this one on at which the time of a running clock counts."""
        counting = (
            (self._counting(max(stretch.start, instant), 0), stretch.end)
            for stretch, _, _ in self._parts
            if stretch.end is None or stretch.end > instant
        )
        return next(at for at, end in counting if end is None or at < end)

    def _deadline(self, start: int, work: int) -> int:
        return start + work if self._schedule is None else deadline(self._schedule, start, work)

    def _counting(self, start: int, work: int) -> int:
        return start + work if self._schedule is None else counting_from(self._schedule, start, work)
