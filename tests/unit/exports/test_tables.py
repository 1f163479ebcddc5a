"""Tables as files: what they say is read as text, whatever it is."""

import csv
import re
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from helpdesk.capabilities.exports.rules.export import Format
from helpdesk.capabilities.exports.services.tables import FileTables
from helpdesk.foundation.kernel.cells import duration

ROWS = [["id", "subject", "waited_seconds"], ["HD-1", '=HYPERLINK("http://evil.example")', 90], ["HD-2", "Ä;,\n", -1]]


def written(kind: Format) -> bytes:
    return b"".join(FileTables().written(kind, iter(ROWS)))


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_text_is_computed(begins: str):
    content = b"".join(FileTables().written(Format.CSV, [["h"], [begins]])).decode()
    assert next(csv.reader(StringIO(content.partition("\n")[2], newline=""))) == [f"'{begins}"]


def test_numbers_stay_numbers():
    rows = list(csv.reader(StringIO(written(Format.CSV).decode(), newline="")))
    assert rows[1] == ["HD-1", '\'=HYPERLINK("http://evil.example")', "90"]
    assert rows[2] == ["HD-2", "Ä;,\n", "-1"]


def test_a_workbook_has_text_as_text_and_numbers_as_numbers():
    sheet = ZipFile(BytesIO(written(Format.XLSX))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert '=HYPERLINK("http://evil.example")' in sheet.replace("&quot;", '"')
    assert re.search(r'<c r="C2"><v>90</v></c>', sheet)


@pytest.mark.parametrize(("seconds", "said"), [(0, "PT0S"), (59, "PT59S"), (3600, "PT1H"), (90_061, "PT25H1M1S")])
def test_durations_are_said_as_iso_8601_says_them(seconds: int, said: str):
    assert duration(seconds) == said
