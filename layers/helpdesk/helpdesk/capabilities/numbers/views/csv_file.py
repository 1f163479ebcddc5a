"""A report as a table of text: a line for each figure of each span, durations both ways."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import TOTAL

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterator, Mapping

    from helpdesk.capabilities.numbers.actions.reporting import Asked, Counted, Value

COLUMNS: Final = ("report", "by", "key", "name", "span", "figure", "unit", "value", "duration")
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""With these a cell begins that programs would compute."""


def csv_of(asked: Asked, counted: Counted) -> str:
    written = StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for group, key, name, by_span in _lines(counted):
        for span, values in by_span.items():
            of = f"{asked.period.first}..{asked.period.last}" if span == TOTAL else span
            for figure in asked.report.figures:
                said = _said(values[figure.name], figure.unit)
                table.writerow(
                    (asked.report.name, group, _plain(key), _plain(name), of, figure.name, figure.unit, *said)
                )
    return written.getvalue()


def _lines(counted: Counted) -> Iterator[tuple[str, str, str, Mapping[str, Mapping[str, Value]]]]:
    yield "", "", "", counted.by_span
    for group, lines in counted.groups.items():
        for line in lines:
            yield group, line.key or "", line.name, line.by_span


def _said(value: Value, unit: Unit) -> tuple[str, str]:
    if value is None:
        return "", ""
    written = f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return written, duration(round(value)) if unit is Unit.SECONDS else ""


def duration(seconds: int) -> str:
    """As ISO 8601 says it."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    said = "".join(f"{count}{letter}" for count, letter in ((hours, "H"), (minutes, "M"), (rest, "S")) if count)
    return f"PT{said or '0S'}"


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
