"""What names somebody is taken out of words, whatever else they say stays."""

import pytest
from helpdesk.capabilities.knowledge.rules.redaction import GONE, Redaction
from helpdesk.foundation.edge.rich_text import cleaned, plain
from hypothesis import given
from hypothesis import strategies as st

REDACTION = Redaction(["Ada Lovelace", "Jean-Luc von Mühlen", "Acme GmbH", "李雷", "Mark", ""])


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Write to ada.l+x@mail.acme.example, please.", f"Write to {GONE}, please."),
        ("<ada@acme.example>", f"<{GONE}>"),
        ("störung@bücher.example.", f"{GONE}."),
        ("Call +49 (0)30 901820-12 or 030/901820.", f"Call {GONE} or {GONE}."),
        ("01 23 45 67 89", GONE),
        ("(555) 123-4567", GONE),
        ("my number 4711 0815 99", f"my number {GONE}"),
        ("DE89 3704 0044 0532 0130 00", GONE),
        ("4111 1111 1111 1111", GONE),
        ("ADA LOVELACE and ada lovelace", f"{GONE} and {GONE}"),
        ("Hello Ada, Adas Rechner, Lovelace's screen", f"Hello {GONE}, {GONE} Rechner, {GONE}'s screen"),
        ("Ada L. Lovelace", f"{GONE} L. {GONE}"),
        ("Jean Luc, MÜHLEN", f"{GONE}, {GONE}"),
        ("at Acme GmbH they said", f"at {GONE} they said"),
        ("我是李雷。", f"我是{GONE}。"),
        ("李雷 wrote", f"{GONE} wrote"),
        ("Mark, mark this as read", f"{GONE}, mark this as read"),
    ],
)
def test_what_names_somebody_goes(written: str, left: str):
    assert REDACTION.text(written) == left


@pytest.mark.parametrize(
    "written",
    [
        "Error 0x80070005 in version 10.0.19045.3570 of 2026-11-30 12:00",
        "on 30.11.2026 12:00 at 10.20.30.40, port 8080",
        "von hier, and von there",
        "Windows 11, 64-bit, 1.000.000 files, 100 % of 16 GB",
        "Adapter and Markdown are other words",
        "550e8400-e29b-41d4-a716-446655440000",
        "HD-8K2M4Q7R is the ticket",
    ],
)
def test_what_names_nobody_stays(written: str):
    assert REDACTION.text(written) == written


def test_in_html_words_go_and_formatting_stays():
    html = cleaned(
        '<p>Dear <b>Ada</b> &amp; Co, see <a href="https://x.example/ada@acme.example">this</a>, '
        '<a href="https://docs.example/a?b=1&amp;c=2">that</a> or <a href="mailto:it@acme.example">write</a></p>'
        "<ol><li>Press &lt;F5&gt;</li></ol>"
    )
    found = REDACTION.html(html)
    assert "acme" not in found
    assert f"<b>{GONE}</b> &amp; Co, see this, <a" in found
    assert 'href="https://docs.example/a?b=1&amp;c=2"' in found
    assert "or write</p><ol><li>Press &lt;F5&gt;</li></ol>" in found


WORDS = st.text(st.sampled_from("aA <>&\"'@.1+-/bé\n"), max_size=60)


@given(
    st.lists(st.sampled_from(["<p>{}</p>", "<b>{}</b>", '<a href="https://a.example/{}">x</a>', "{}"]), max_size=5),
    WORDS,
)
def test_html_stays_clean_and_says_what_its_words_say(shapes: list[str], words: str):
    html = cleaned("".join(shape.format(words) for shape in shapes))
    found = REDACTION.html(html)
    assert cleaned(found) == found


@given(WORDS)
def test_taking_out_again_changes_nothing(words: str):
    once = REDACTION.text(words)
    assert REDACTION.text(once) == once


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_address_never_stays(before: str, after: str):
    assert "someone@secret.example" not in REDACTION.text(f"{before}someone@secret.example{after}")


def test_who_is_not_known_by_name_is_not_taken_out():
    assert Redaction([]).text("Ada Lovelace") == "Ada Lovelace"


def test_words_stay_readable():
    assert plain(REDACTION.html("<p>Hello Ada Lovelace,</p><p>press F5.</p>")) == f"Hello {GONE},\n\npress F5."
