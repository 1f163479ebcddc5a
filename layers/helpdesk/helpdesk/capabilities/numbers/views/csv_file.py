"""A report as a table of text: a line for each figure of each span, durations both ways."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import TOTAL
from helpdesk.foundation.kernel.cells import duration, inert

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterator, Mapping

    from helpdesk.capabilities.numbers.actions.reporting import Counted, Value
    from helpdesk.capabilities.numbers.rules.asking import Asked
    from helpdesk.foundation.kernel.cells import Cell

COLUMNS: Final = ("report", "by", "key", "name", "span", "figure", "unit", "value", "duration")


def csv_of(asked: Asked, counted: Counted) -> str:
    written = StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows(map(inert, rows_of(asked, counted)))
    return written.getvalue()


def rows_of(asked: Asked, counted: Counted) -> Iterator[tuple[Cell, ...]]:
    """What stands below COLUMNS."""
    for group, key, name, by_span in _lines(counted):
        for span, values in by_span.items():
            of = f"{asked.period.first}..{asked.period.last}" if span == TOTAL else span
            for figure in asked.report.figures:
                said = _said(values[figure.name], figure.unit)
                yield (asked.report.name, group, key, name, of, figure.name, figure.unit.value, *said)


def _lines(counted: Counted) -> Iterator[tuple[str, str, str, Mapping[str, Mapping[str, Value]]]]:
    yield "", "", "", counted.by_span
    for group, lines in counted.groups.items():
        for line in lines:
            yield group, line.key or "", line.name, line.by_span


def _said(value: Value, unit: Unit) -> tuple[Cell, str]:
    if value is None:
        return "", ""
    rounded = round(value, 8 if unit is Unit.DOLLARS else 4)
    number = int(rounded) if rounded == int(rounded) else rounded
    return number, duration(round(value)) if unit is Unit.SECONDS else ""
