"""Rich text of Outlook: its words are read, and what cannot be read is kept as it came."""

import time

import pytest
from helpdesk.channels.mail.rules.outlook import rtf
from helpdesk.channels.mail.rules.parsing import parsed
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.winmail import PAGE, TEXT, packed_mail, winmail


@pytest.mark.parametrize(
    ("rich", "words"), [(TEXT, "Grüße aus Köln\nПри\nthe page"), (PAGE, "The lift is stuck again.")]
)
def test_its_words_are_the_mail(rich, words):
    mail = parsed(packed_mail(winmail(rich)))
    assert mail.text == words


def test_a_mail_that_says_something_itself_is_not_said_twice():
    assert parsed(packed_mail(winmail(TEXT), "Hello.")).text == "Hello."


@pytest.mark.parametrize(
    "packed", [b"", b"\0" * 16, b"torn", winmail("{\\rtf1}")[:60], bytes(200_000)], ids=lambda packed: str(len(packed))
)
def test_what_cannot_be_read_is_kept(packed):
    mail = parsed(packed_mail(winmail(packed) if not packed.startswith(b"x\x9f") else packed))
    assert [file.name for file in mail.attachments] == ["winmail.dat"]


HOSTILE = {
    "links": '{\\field{\\*\\fldinst{HYPERLINK "a"',
    "words of links": 'HYPERLINK "a" ',
    "fonts": "\\f1",
    "font tables": "{\\fonttbl{\\f1",
    "open font table": "{\\fonttbl \\f1",
    "groups": "{",
    "ends": "}",
    "pictures": "{\\pict\\bin9",
    "numbers": "9",
    "letters": "\\'fc",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("head", ["{\\rtf1 ", "{\\rtf1{\\fonttbl{\\f0\\fcharset0 Arial;}}", "{\\rtf1{\\fonttbl"])
def test_none_takes_longer_than_its_length(monkeypatch, head, name):
    """A quarter as long as one can be that is unpacked."""
    rich = head + HOSTILE[name] * (250_000 // len(HOSTILE[name]))
    monkeypatch.setattr("compressed_rtf.decompress", lambda _: rich.encode("latin-1"))
    begin = time.process_time()
    rtf.words(b"packed")
    assert time.process_time() - begin < 2


@settings(max_examples=50)
@given(st.binary(max_size=400))
def test_whatever_is_packed_is_read_or_not(torn):
    assert isinstance(rtf.words(torn), str)
