"""Reports over the rows of all tickets that somebody may have counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.asking import instants_of, reach_of, wanted_by
from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import BEFORE, TOTAL
from helpdesk.capabilities.numbers.rules.questions import (
    chosen_by,
    figures_of,
    found_by,
    groups_of,
    lines_of,
    values_of,
)
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from helpdesk.capabilities.numbers.ports import Counter
    from helpdesk.capabilities.numbers.rules.asking import Asked
    from helpdesk.capabilities.numbers.rules.definitions import Report, Source
    from helpdesk.capabilities.numbers.rules.periods import Span
    from helpdesk.capabilities.numbers.rules.questions import Filter, Reach
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

Value = float | int | None
Values = dict[str, Value]

MOST_LINES: Final = 100
"""Of one group: the largest."""
MOST_OVER_TIME: Final = 32
"""Spans that each line of a group has, at most."""


class Line(Struct, frozen=True, kw_only=True):
    """What was counted of one team, person or other: by span."""

    key: str | None
    name: str
    by_span: Mapping[str, Values]


class Counted(Struct, frozen=True, kw_only=True):
    spans: Sequence[Span]
    by_span: Mapping[str, Values]
    groups: Mapping[str, Sequence[Line]]
    as_of: datetime
    questions: Mapping[str, str]
    """By figure, where search finds what it counted."""


def report(desk: Desk, by: Person, asked: Asked) -> Counted:
    roles.staff_only(by.as_actor())
    now = desk.clock.now()
    spans, reach, wanted = asked.period.spans(now), reach_of(by), wanted_by(by, asked)
    desk.numbers.counter.look()
    in_all, groups = _Tally(desk.numbers.counter, asked.report, reach, wanted, spans).counted()
    today = now.astimezone(ZoneInfo(asked.period.timezone)).date()
    asks = {each.name: found_by(each, asked.period, reach, wanted, today) for each in asked.report.figures}
    return Counted(
        spans=spans,
        by_span=in_all,
        groups={group: _named(desk, group, found) for group, found in groups.items()},
        as_of=now,
        questions={name: question for name, question in asks.items() if question},
    )


class _Tally:
    def __init__(self, counter: Counter, of: Report, reach: Reach, wanted: Filter, spans: Sequence[Span]) -> None:
        self._counter = counter
        self._report = of
        self._chosen = chosen_by(reach, wanted)
        self._spans = spans
        self._values = values_of(reach, wanted) | instants_of(spans)

    def counted(self) -> tuple[Mapping[str, Values], Mapping[str, Mapping[str | None, Mapping[str, Values]]]]:
        """In all, and by what it is grouped."""
        over_time = self._report.over_time and len(self._spans) <= MOST_OVER_TIME
        spans = [span for span in self._spans if over_time or span.name in {TOTAL, BEFORE}]
        in_all = {span.name: self._nothing() for span in self._spans}
        grouped: dict[str, dict[str | None, dict[str, Values]]] = {group: {} for group in self._report.groups}
        for source in self._report.sources:
            groups = groups_of(source, self._report.groups)
            self._counter.find(lines_of(source, self._chosen, groups), self._values)
            for line in self._counter.ask(figures_of(source), self._values):
                in_all[line["span"]] |= _figures(source, line)
            for group in groups:
                for line in self._counter.ask(figures_of(source, group, parts=over_time), self._values):
                    of_key = grouped[group].setdefault(line["key"], {span.name: self._nothing() for span in spans})
                    of_key[line["span"]] |= _figures(source, line)
        return in_all, grouped

    def _nothing(self) -> Values:
        return {figure.name: 0 if figure.unit is Unit.COUNT else None for figure in self._report.figures}


def _figures(source: Source, line: Mapping[str, Value]) -> Values:
    return {figure.name: line[figure.name] for figure in source.figures}


def _named(desk: Desk, group: str, found: Mapping[str | None, Mapping[str, Values]]) -> Sequence[Line]:
    """The largest first, by what is counted first."""
    most = sorted(found, key=lambda key: (-_weight(found[key]), key or ""))[:MOST_LINES]
    names = _names(desk, group, [key for key in most if key])
    return [Line(key=key, name=names.get(key or "", key or ""), by_span=found[key]) for key in most]


def _weight(by_span: Mapping[str, Values]) -> float:
    return next((value or 0 for value in by_span.get(TOTAL, {}).values()), 0)


def _names(desk: Desk, group: str, keys: Sequence[str]) -> Mapping[str, str]:
    match group:
        case "team":
            return {team.id: team.name for team in desk.staffing.teams()}
        case "handled_by" if keys:
            return {each: who.name for each, who in desk.directory.people(list(map(PersonId, keys))).items()}
        case "organization" if keys:
            return {each.id: each.name for each in desk.organizations.known(keys).values()}
    return {}
