"""When somebody's one mail a day is due, and what it says."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from helpdesk.channels.digests.letters import DIGEST, WORDS, Line, write
from helpdesk.channels.digests.rules import due_after
from helpdesk.channels.notices.letters import LANGUAGES
from helpdesk.channels.notices.rules import own_words
from helpdesk.channels.notices.rules.places import places_of, usual_body, usual_subject
from helpdesk.channels.notices.rules.wording import Wording
from helpdesk.core.preferences.rules import Concern
from hypothesis import given
from hypothesis import strategies as st

LINE = Line(
    id="HD-80000001",
    subject="<b> & the printer",
    link="https://desk.example/agent/tickets/HD-80000001",
    concerns=(Concern.ASSIGNED, Concern.REPLIED),
)


@pytest.mark.parametrize(
    ("at", "wanted", "zone", "due"),
    [
        ("2026-03-02T06:59:59+00:00", "08:00", "Europe/Berlin", "2026-03-02T07:00:00+00:00"),
        ("2026-03-02T07:00:00+00:00", "08:00", "Europe/Berlin", "2026-03-03T07:00:00+00:00"),
        ("2026-03-28T12:00:00+00:00", "08:00", "Europe/Berlin", "2026-03-29T06:00:00+00:00"),
        ("2026-03-28T12:00:00+00:00", "02:30", "Europe/Berlin", "2026-03-29T01:30:00+00:00"),
        ("2026-03-02T23:00:00+00:00", "08:00", "Pacific/Auckland", "2026-03-03T19:00:00+00:00"),
        ("2026-03-02T08:00:00+00:00", "08:00", "Nowhere/Town", "2026-03-03T08:00:00+00:00"),
    ],
)
def test_it_is_due_at_the_next_such_time_of_their_own_clock(at, wanted, zone, due):
    assert due_after(datetime.fromisoformat(at), wanted, zone) == datetime.fromisoformat(due)


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - UTC is added
    minutes=st.integers(0, 24 * 60 - 1),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]),
)
def test_it_comes_after_what_happened_within_about_a_day_and_stays_what_it_is(at, minutes, zone):
    wanted = f"{minutes // 60:02d}:{minutes % 60:02d}"
    due = due_after(at, wanted, zone)
    assert timedelta() < due - at <= timedelta(hours=26)
    assert due_after(due - timedelta(microseconds=1), wanted, zone) == due
    there = due.astimezone(ZoneInfo(zone)).time()
    assert (
        there == time.fromisoformat(wanted)
        or due.astimezone(ZoneInfo(zone)).utcoffset() != at.astimezone(ZoneInfo(zone)).utcoffset()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_each_ticket_once_with_what_happened_and_where_it_is(language):
    letter = write("Ada <3", language, "https://desk.example", [LINE, LINE], more=False)
    assert f"HD-80000001 <b> & the printer: {WORDS[language][Concern.ASSIGNED]}, " in letter.text
    assert LINE.link in letter.text
    assert letter.text.endswith("https://desk.example/agent/me")
    assert "&lt;b&gt; &amp; the printer" in letter.html
    assert "<b> &" not in letter.html
    assert letter.html.count(LINE.link) == 2
    assert set(WORDS[language]) == set(Concern)


def test_it_says_when_there_is_more():
    assert "And more" not in write("Ada", "en", "", [LINE], more=False).text
    assert "And more" in write("Ada", "en", "", [LINE], more=True).text
    assert write("Ada", "en", "", [LINE], more=True).subject == "1 ticket: what happened"


@pytest.mark.parametrize("more", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_products_words_are_a_template_that_says_the_same(language, more):
    own = Wording(
        letter=DIGEST.name,
        language=language,
        subject=usual_subject(DIGEST, language),
        body=usual_body(DIGEST, language),
    )
    own_words.check(own, places_of(DIGEST))
    lines = [LINE, LINE] if more else [LINE]
    usual = write("Ada <3", language, "https://desk.example", lines, more=more)
    changed = write("Ada <3", language, "https://desk.example", lines, more=more, wording=own)
    assert changed.subject.replace("\u2068", "").replace("\u2069", "") == usual.subject
    assert changed.text.replace("\n\n\n\n", "\n\n").replace("\u2068", "").replace("\u2069", "") == usual.text.replace(
        "\u2068", ""
    ).replace("\u2069", "")
    assert changed.html.count(LINE.link) == usual.html.count(LINE.link) == len(lines)
    assert "&lt;b&gt; &amp; the printer" in changed.html
