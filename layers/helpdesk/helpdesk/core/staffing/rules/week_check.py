"""The planner's check: minutes of a week in which nobody is there, or nobody who can do something."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import open_between
from helpdesk.core.calendars.rules.open_time import SECOND, Span, merge, to_instant, to_moment
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import TeamId

MINUTE: Final = 60 * SECOND

WEEK_MINUTES: Final = 7 * 24 * 60


class Stretch(Struct, frozen=True, kw_only=True):
    start: datetime
    end: datetime


class Gap(Struct, frozen=True, kw_only=True):
    """A stretch of the week without `what`: `office`, `language:<code>` or `skill:<name>`."""

    what: str
    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        return int((self.end - self.start) / timedelta(minutes=1))


class Plan(Struct, frozen=True, kw_only=True):
    """A member's week: when they are on shift and not away, and when they are away. Without a shift (`planned`) they
    are there at any time.
    """

    member: Member
    teams: tuple[TeamId, ...]
    planned: bool
    there: tuple[Stretch, ...]
    away: tuple[Stretch, ...]


class Week(Struct, frozen=True, kw_only=True):
    gaps: Sequence[Gap]
    teams: Sequence[Team]
    people: Sequence[Plan]


def plan(monday: datetime, member: Member, teams: Sequence[TeamId]) -> Plan:
    low = to_instant(monday)
    high = low + WEEK_MINUTES * MINUTE
    can = member.availability
    away = merge(sorted(_away(can)))
    return Plan(
        member=member,
        teams=tuple(teams),
        planned=can.shift is not None,
        there=tuple(_stretches(_present(can, low, high))),
        away=tuple(_stretches((max(start, low), min(end, high)) for start, end in away if start < high and end > low)),
    )


def _stretches(spans: Iterable[Span]) -> Iterator[Stretch]:
    return (Stretch(start=to_moment(start), end=to_moment(end)) for start, end in spans)


def check_week(
    monday: datetime, offices: Sequence[Calendar], people: Sequence[Availability], languages: Sequence[str]
) -> list[Gap]:
    """Where the week from `monday` on is not covered: by an office, in a wanted language, or in a skill somebody has.

    A minute counts as covered when somebody is there for all of it.
    """
    low = to_instant(monday)
    high = low + WEEK_MINUTES * MINUTE
    found = list(_gaps("office", _spans(offices, low, high), low, high))
    wanted: Mapping[str, Iterable[Availability]] = {
        **{f"language:{code}": [p for p in people if not p.languages or code in p.languages] for code in languages},
        **{f"skill:{name}": [p for p in people if p.grade(name)] for name in sorted(_skills(people))},
    }
    for what, able in wanted.items():
        found += _gaps(what, _covered(able, low, high), low, high)
    return found


def _skills(people: Sequence[Availability]) -> set[str]:
    """Each once, as somebody writes it."""
    return set({folded(skill): skill for person in people for skill in sorted(person.skills)}.values())


def _spans(calendars: Iterable[Calendar], low: int, high: int) -> list[Span]:
    spans = sorted(span for calendar in calendars for span in open_between(calendar, low, high))
    return list(merge(spans))


def _covered(people: Iterable[Availability], low: int, high: int) -> list[Span]:
    """When at least one of them is there: inside the own shift and not absent."""
    spans = sorted(span for person in people for span in _present(person, low, high))
    return list(merge(spans))


def _present(person: Availability, low: int, high: int) -> Iterator[Span]:
    calendar = person.calendar
    shifts = _spans([calendar], low, high) if calendar else [(low, high)]
    for span in shifts:
        yield from _without(span, sorted(_away(person)))


def _away(person: Availability) -> list[Span]:
    return [(to_instant(absence.start), to_instant(absence.end)) for absence in person.absences]


def _without(span: Span, away: Sequence[Span]) -> Iterator[Span]:
    start, end = span
    for leaves, returns in away:
        if leaves < end and returns > start:
            if leaves > start:
                yield start, leaves
            start = returns
    if start < end:
        yield start, end


def _gaps(what: str, covered: Sequence[Span], low: int, high: int) -> Iterator[Gap]:
    """The whole minutes between the covered ones; a minute covered in part is a gap."""
    begin = low
    for start, end in [*covered, (high, high)]:
        first_covered = -((low - start) // MINUTE) * MINUTE + low
        if first_covered > begin:
            yield Gap(what=what, start=to_moment(begin), end=to_moment(min(first_covered, high)))
        begin = max(begin, first_covered, low + (end - low) // MINUTE * MINUTE)
