"""The shell's answer to "why this date"."""

import json

import pytest
from click.testing import CliRunner

from infra.calendar_cli import calendar_commands
from tests.builders.clocks import EIGHT_TO_SIX


@pytest.fixture
def run(tmp_path):
    def call(*arguments, file=EIGHT_TO_SIX):
        path = tmp_path / "calendar.json"
        path.write_text(file if isinstance(file, str) else json.dumps(file), encoding="utf-8")
        name, *others = arguments
        return CliRunner().invoke(calendar_commands, [name, "--file", str(path), *others])

    return call


@pytest.mark.parametrize(
    ("start", "seconds", "printed"),
    [
        ("2026-11-23T16:00:00Z", 14400, "2026-11-24T10:00:00Z"),
        ("2026-11-23T17:00:00+01:00", 14400, "2026-11-24T10:00:00Z"),
        ("2026-11-21T12:00:00Z", 0, "2026-11-23T07:00:00Z"),
        ("2026-11-23T16:00:00.5Z", 3600, "2026-11-24T07:00:00.500000Z"),
    ],
)
def test_after_prints_the_instant(run, start, seconds, printed):
    result = run("after", "--start", start, "--seconds", str(seconds))
    assert (result.exit_code, result.output) == (0, f"{printed}\n")


@pytest.mark.parametrize(
    ("end", "printed"),
    [
        ("2026-11-23T16:00:00Z", "0"),
        ("2026-11-24T10:00:00Z", "14400"),
        ("2036-11-24T10:00:00Z", "93938400"),
        ("2026-11-23T16:00:00.25Z", "0.250000"),
    ],
)
def test_between_prints_seconds(run, end, printed):
    result = run("between", "--from", "2026-11-23T16:00:00Z", "--to", end)
    assert (result.exit_code, result.output) == (0, f"{printed}\n")


def test_open_prints_intervals_and_the_holidays_before_them(run):
    file = {**EIGHT_TO_SIX, "holidays": [{"date": "2026-11-24", "name": "Inventory"}]}
    result = run("open", "--start", "2026-11-23T16:00:00Z", "--count", "2", file=file)
    assert result.output.splitlines() == [
        "2026-11-23T16:00:00Z  2026-11-23T17:00:00Z",
        "2026-11-25T07:00:00Z  2026-11-25T17:00:00Z  after Inventory",
    ]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ({**EIGHT_TO_SIX, "timezone": "Europe/Atlantis"}, "timezone: there is no time zone Europe/Atlantis"),
        ({**EIGHT_TO_SIX, "week": {}}, "week: has no open time at all"),
        ("{", "is not JSON"),
    ],
)
def test_a_bad_file_is_refused_with_the_place_and_the_reason(run, file, reason):
    result = run("after", "--start", "2026-11-23T16:00:00Z", "--seconds", "1", file=file)
    assert result.exit_code != 0
    assert reason in result.output


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("after", "--start", "2026-11-23T16:00:00", "--seconds", "1"), "has no offset"),
        (("after", "--start", "tomorrow", "--seconds", "1"), "is not an instant"),
        (("after", "--start", "2026-11-23T16:00:00Z", "--seconds", "-1"), "--seconds"),
        (("between", "--from", "2026-11-23T16:00:00Z", "--to", "2026-11-22T16:00:00Z"), "lies before --from"),
    ],
)
def test_a_bad_argument_is_refused(run, arguments, reason):
    result = run(*arguments)
    assert result.exit_code != 0
    assert reason in result.output


def test_a_file_that_is_not_there_is_refused():
    arguments = ["after", "--file", "none.json", "--start", "2026-11-23T16:00:00Z", "--seconds", "1"]
    result = CliRunner().invoke(calendar_commands, arguments)
    assert "none.json cannot be read" in result.output


def test_more_work_than_there_is_time_is_refused(run):
    file = {**EIGHT_TO_SIX, "week": {"mon": [["08:00", "08:01"]]}}
    result = run("after", "--start", "2026-11-23T16:00:00Z", "--seconds", "99999999", file=file)
    assert result.exit_code == 1
    assert "too little open time" in result.output
