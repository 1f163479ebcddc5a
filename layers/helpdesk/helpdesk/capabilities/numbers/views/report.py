"""A report, as the API gives it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import BEFORE, TOTAL, By
from helpdesk.capabilities.numbers.rules.questions import OPERATORS, condition
from helpdesk.foundation.edge.outputs import View

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping

    from helpdesk.capabilities.numbers.actions.reporting import Counted, Line
    from helpdesk.capabilities.numbers.rules.asking import Asked

Values = dict[str, int | float | None]


class FigureSentence(View):
    en: str
    de: str


class ReportFigure(View):
    name: str
    unit: Unit
    sentence: FigureSentence = Field(description="What it counts.")
    question: str | None = Field(description="What finds by search the tickets that it counted, where search can.")


class ReportPart(View):
    """A day, a week or a month of it; the first and the last one may be cut."""

    first: date
    values: Values


class ReportLine(View):
    key: str | None = Field(description="None for tickets that have none.")
    name: str
    condition: str | None = Field(description="What narrows a question to it.")
    total: Values
    before: Values
    parts: list[ReportPart] = Field(description="Only in reports by channel and organization.")


class ReportGroup(View):
    by: str
    lines: list[ReportLine] = Field(description="The largest first, a hundred at most.")


class FigureReport(View):
    """Durations are seconds, shares are between 0 and 1. A figure of nothing is null, unless it counts."""

    report: str
    first: date
    last: date
    by: By
    timezone: str
    as_of: datetime
    figures: list[ReportFigure]
    total: Values
    before: Values = Field(description="Of as many days just before.")
    parts: list[ReportPart]
    groups: list[ReportGroup]


def report_view(asked: Asked, counted: Counted) -> FigureReport:
    period = asked.period
    return FigureReport(
        report=asked.report.name,
        first=period.first,
        last=period.last,
        by=period.by,
        timezone=period.timezone,
        as_of=counted.as_of,
        figures=[
            ReportFigure(
                name=figure.name,
                unit=figure.unit,
                sentence=FigureSentence(en=figure.en, de=figure.de),
                question=counted.questions.get(figure.name),
            )
            for figure in asked.report.figures
        ],
        total=dict(counted.by_span[TOTAL]),
        before=dict(counted.by_span[BEFORE]),
        parts=_parts(counted.by_span),
        groups=[
            ReportGroup(by=group, lines=[_line(group, line) for line in lines])
            for group, lines in counted.groups.items()
        ],
    )


def _line(group: str, line: Line) -> ReportLine:
    return ReportLine(
        key=line.key,
        name=line.name,
        condition=condition(group, line.key) if line.key and group in OPERATORS else None,
        total=dict(line.by_span[TOTAL]),
        before=dict(line.by_span[BEFORE]),
        parts=_parts(line.by_span),
    )


def _parts(by_span: Mapping[str, Mapping[str, int | float | None]]) -> list[ReportPart]:
    return [
        ReportPart(first=date.fromisoformat(name), values=dict(values))
        for name, values in by_span.items()
        if name not in {TOTAL, BEFORE}
    ]
