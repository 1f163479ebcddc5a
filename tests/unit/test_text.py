"""What people wrote: whether anything of it is seen, and what counts as the same."""

import unicodedata

import pytest
from helpdesk.foundation.kernel.text import folded, is_visible
from hypothesis import given
from hypothesis import strategies as st

NOTHING = [
    "",
    " ",
    "\n\t",
    "\u200b",
    "\u200b \u2060",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "\u3164",
    "\u2800",
    "\u0301",
    "\x00",
    "\ufe0f",
]


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_nothing_is_seen(text: str):
    assert not is_visible(text)


@pytest.mark.parametrize("text", ["a", "?", "7", "🔑", "👩\u200d💻", "\u200bä", "日本", "नमस्ते", "\u200b€"], ids=ascii)
def test_something_is_seen(text: str):
    assert is_visible(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Größe", "GRÖSSE"),
        ("Straße 7", "  STRASSE   7"),
        ("café", "CAFE\u0301"),
        ("Å", "\u212b"),
        ("한", "\u1112\u1161\u11ab"),
    ],
)
def test_what_reads_alike_is_alike(one: str, other: str):
    assert folded(one) == folded(other)


@given(st.text())
def test_the_form_of_a_text_does_not_matter(text: str):
    assert folded(unicodedata.normalize("NFD", text)) == folded(text) == folded(folded(text))
