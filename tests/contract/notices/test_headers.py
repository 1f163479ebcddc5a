"""Headers of what people wrote, on every Python installed here: exactly ours, and they decode to what was typed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra.conftest import ROOT

SCRIPT = Path(__file__).with_name("written_and_read.py")
HEADERS = ["From", "To", "Subject", "References", "MIME-Version", "Content-Type"]
HEART = "\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}"
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
AS_TYPED = [
    "=?utf-8?q?a=0ABcc:_x@y.example=0A=0AOther?=",
    "=?utf-8?b?YQpCY2M6IHhAeS5leGFtcGxlCgpPdGhlcg==?=",
    "a =?iso-8859-1?q?=0D=0ABcc:_x@y.example?= b",
    "=?utf-8?q?safe?= text",
    "=?utf-8?q?a?= =?utf-8?q?b?=",
    "=?",
    "?=",
    "=?=?utf-8?q?nested?=?=",
    '"=?utf-8?q?quoted?=" <a@b.example>',
    'Rita "R" <r>, O\'Neil \\ (it)',
    "a@b.example, c@d.example; group: e@f.example;",
    "two  spaces   stay",
    "\N{NO-BREAK SPACE}kept\N{IDEOGRAPHIC SPACE}kept",
    "Größe: 100 %_=20",
    f"{HEART} {FAMILY} می\N{ZERO WIDTH NON-JOINER}خواهم क्\N{ZERO WIDTH JOINER}ष",
    FAMILY * 40,
    "ü" * 250,
    "x" * 250,
    "word " * 49 + "end",
    "x" * 75 + " =?utf-8?q?=0ABcc:_y?=",
    "",
]
GONE = {
    "Rita\r\nBcc: x@y.example": "Rita Bcc: x@y.example",
    "Ri\0ta\x7f\x9b": "Rita",
    "one\N{LINE SEPARATOR}two\N{PARAGRAPH SEPARATOR}three\x85four": "one two three four",
    " \tends\r\n ": "ends",
    "half \ud83d a letter": "half  a letter",
}


def installed():
    """The interpreters from the oldest that is promised on; this one alone where there is no other."""
    found = {sys.version_info[:2]: sys.executable}
    homes = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin/python3")
    named = filter(None, (shutil.which(f"python3.{minor}") for minor in range(11, 20)))
    for path in [*map(str, homes), *named]:
        asked = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
        if version := re.match(r"Python 3\.(\d+)", asked.stdout):
            found.setdefault((3, int(version[1])), path)
    return {version: path for version, path in sorted(found.items()) if version >= (3, 11)}


PYTHONS = installed()


@pytest.fixture(scope="module", params=PYTHONS, ids=lambda version: f"python{version[0]}.{version[1]}")
def reading(request):
    """What each text is read as, by one of the interpreters."""
    answer = subprocess.run(
        [PYTHONS[request.param], "-W", "error", SCRIPT],
        input=json.dumps([*AS_TYPED, *GONE]),
        env={"PYTHONPATH": str(ROOT / "layers/helpdesk"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    said = json.loads(answer.stdout)
    assert tuple(said["version"]) == request.param
    return dict(zip([*AS_TYPED, *GONE], said["read"], strict=True))


def test_the_python_that_lambda_runs_is_promised():
    assert sys.version_info[:2] in PYTHONS


def test_a_mail_has_our_headers_and_our_body_alone(reading):
    for text, read in reading.items():
        assert (read["headers"], read["addresses"]) == (HEADERS, ["rita@people.example"]), text
        assert (read["body"].strip(), read["ascii"], read["longest"] <= 300) == ("It smokes.", True, True), text


def test_subject_and_name_decode_to_what_was_typed(reading):
    typed = {text: GONE.get(text, text) for text in reading}
    assert {text: read["subjects"] for text, read in reading.items()} == {
        text: [is_, is_] for text, is_ in typed.items()
    }
    assert {text: read["name"] for text, read in reading.items()} == typed
