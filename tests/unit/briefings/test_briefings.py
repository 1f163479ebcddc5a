"""When a report by mail is due, over what time it is, and what it says."""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.channels.briefings.letters import BRIEFING, EXAMPLE, write
from helpdesk.channels.briefings.rules.briefing import Figures
from helpdesk.channels.briefings.rules.saying import NAMES, PAGES, value_said
from helpdesk.channels.briefings.rules.schedule import Rhythm, due_after, period_of
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.rules import own_words
from helpdesk.channels.notices.rules.places import places_of, usual_body, usual_subject
from helpdesk.channels.notices.rules.wording import Wording
from hypothesis import given
from hypothesis import strategies as st

from tests.versions import ROOT

DAY, WEEK, MONTH = Rhythm
WEEK_OF_MARCH = Period(first=date(2026, 3, 2), last=date(2026, 3, 8), by=By.DAY, timezone="UTC")
LINK = "https://desk.example/agent/figures?page=sla&days=7"


@pytest.mark.parametrize(
    ("at", "rhythm", "zone", "due"),
    [
        ("2026-03-02T06:59:59+00:00", DAY, "Europe/Berlin", "2026-03-02T07:00:00+00:00"),
        ("2026-03-02T07:00:00+00:00", DAY, "Europe/Berlin", "2026-03-03T07:00:00+00:00"),
        ("2026-03-02T07:00:00+00:00", WEEK, "Europe/Berlin", "2026-03-09T07:00:00+00:00"),
        ("2026-03-28T12:00:00+00:00", WEEK, "Europe/Berlin", "2026-03-30T06:00:00+00:00"),
        ("2026-03-01T07:00:00+00:00", MONTH, "Europe/Berlin", "2026-04-01T06:00:00+00:00"),
        ("2026-03-31T21:00:00+00:00", MONTH, "Pacific/Auckland", "2026-04-30T20:00:00+00:00"),
        ("2026-03-02T08:00:00+00:00", DAY, "Nowhere/Town", "2026-03-03T08:00:00+00:00"),
    ],
)
def test_it_is_due_at_the_next_such_time_of_their_own_clock(at, rhythm, zone, due):
    assert due_after(datetime.fromisoformat(at), rhythm, "08:00", zone) == datetime.fromisoformat(due)


INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - UTC is added
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])


@given(at=INSTANTS, rhythm=st.sampled_from(Rhythm), quarter=st.integers(0, 95), zone=ZONES)
def test_what_is_sent_follows_on_what_was_sent_before(at, rhythm, quarter, zone):
    """No day is left out, and none is told twice."""
    wanted = f"{quarter // 4:02d}:{quarter % 4 * 15:02d}"
    due = due_after(at, rhythm, wanted, zone)
    then = due_after(due, rhythm, wanted, zone)
    assert at < due < then
    assert due_after(due - timedelta(microseconds=1), rhythm, wanted, zone) == due
    first, second = (period_of(each, rhythm, zone) for each in (due, then))
    assert second.first == first.last + timedelta(days=1) == due.astimezone(ZoneInfo(zone)).date()
    assert (first.last - first.first).days + 1 in {DAY: {1}, WEEK: {7}, MONTH: {28, 29, 30, 31}}[rhythm]


def test_a_try_is_over_what_would_have_come_last():
    at = datetime(2026, 3, 11, 12, tzinfo=UTC)
    spans = [(found.first, found.last) for found in (period_of(at, rhythm, "UTC") for rhythm in Rhythm)]
    assert spans == [
        (date(2026, 3, 10), date(2026, 3, 10)),
        (date(2026, 3, 2), date(2026, 3, 8)),
        (date(2026, 2, 1), date(2026, 2, 28)),
    ]


@pytest.mark.parametrize(
    ("value", "unit", "en", "de"),
    [
        (None, Unit.SHARE, "-", "-"),
        (12345, Unit.COUNT, "12,345", "12.345"),
        (0.875, Unit.SHARE, "88%", "88\u00a0%"),
        (4.25, Unit.MEAN, "4.2", "4,2"),
        (5400, Unit.SECONDS, "1\u00a0h 30\u00a0min", "1\u00a0h 30\u00a0min"),
        (183_600, Unit.SECONDS, "2\u00a0d 3\u00a0h", "2\u00a0d 3\u00a0h"),
        (20, Unit.SECONDS, "20\u00a0s", "20\u00a0s"),
        (0, Unit.SECONDS, "0\u00a0s", "0\u00a0s"),
        (1234.5, Unit.DOLLARS, "$1,234.50", "1.234,50\u00a0$"),
        (0.00163, Unit.DOLLARS, "$0.0016", "0,0016\u00a0$"),
        (0, Unit.DOLLARS, "$0.00", "0,00\u00a0$"),
    ],
)
def test_values_are_written_as_their_reader_writes_them(value, unit, en, de):
    assert (value_said(value, unit, "en"), value_said(value, unit, "de")) == (en, de)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_called_as_on_their_page(language):
    texts = ROOT / "web" / "src" / "features" / "numbers" / "locales" / language / "settings.json"
    said = json.loads(texts.read_text())["figures"]
    assert {name: said["of"][name] for name in NAMES[language]} == NAMES[language]
    assert EXAMPLE[language] == said["report"]["flow"]


def test_every_report_has_a_page_and_figures_that_a_mail_names():
    assert PAGES.keys() == REPORTS.keys()
    assert all(any(figure.name in NAMES["en"] for figure in report.figures) for report in REPORTS.values())
    assert NAMES["en"].keys() == NAMES["de"].keys()


def letter(language="en", wording=None):
    of = REPORTS["promises"].figures
    figures = Figures(
        total={"kept": 9, "missed": 1, "met": 0.9}, before={"kept": 1, "missed": 0, "met": None}, table=""
    )
    return write("Ada <3", language, LINK, "Us & <b>", period=WEEK_OF_MARCH, of=of, figures=figures, wording=wording)


def test_each_figure_stands_beside_what_it_was():
    found = letter()
    assert found.subject == "Us & <b>: 2026-03-02 \u2013 2026-03-08"
    assert "Kept: 9 (before: 1)\nMissed: 1 (before: 0)\nPromises kept: 90% (before: -)" in found.text
    assert found.text.endswith(LINK)
    assert ">Missed</th><td" in found.html
    assert "Us &amp; &lt;b&gt;" in found.html
    assert "<b>" not in found.html
    assert found.html.count("figures?page=sla&amp;days=7") == 3  # the button, and a link with its words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_products_words_are_a_template_that_says_the_same(language):
    own = Wording(
        letter=BRIEFING.name,
        language=language,
        subject=usual_subject(BRIEFING, language),
        body=usual_body(BRIEFING, language),
    )
    own_words.check(own, places_of(BRIEFING))
    usual, changed = letter(language), letter(language, own)
    assert changed.subject == usual.subject
    plain = str.maketrans(dict.fromkeys("\u2068\u2069"))
    assert changed.text.translate(plain) == usual.text.translate(plain)
    assert changed.html.count("<td") == usual.html.count("<td")
