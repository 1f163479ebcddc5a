"""Tables as files: lines of text, or a workbook that is written to disk row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from tempfile import TemporaryFile
from typing import Final

from helpdesk.capabilities.exports.rules.export import Format
from helpdesk.foundation.kernel.cells import Cell, inert

CHUNK: Final = 64 * 1024  # bytes

LONGEST_CELL: Final = 32_767  # characters of a workbook's cell


class FileTables:
    """See ports.Tables."""

    def written(self, kind: Format, rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
        return _lines(rows) if kind is Format.CSV else _workbook(rows)


def _lines(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    for row in rows:
        line = StringIO()
        csv.writer(line).writerow(inert(row))
        yield line.getvalue().encode()


def _workbook(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Text is written as text: what it begins with makes no formula and no link of it."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who wants one pays for it

    with TemporaryFile() as file:
        with Workbook(file, {"constant_memory": True}) as book:
            sheet = book.add_worksheet()
            bold = book.add_format({"bold": True})
            sheet.freeze_panes(1, 0)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, column, cell[:LONGEST_CELL], None if at else bold)
                    else:
                        sheet.write_number(at, column, cell)
        file.seek(0)
        yield from iter(lambda: file.read(CHUNK), b"")
