"""Whatever comes is read or put aside, and what a program wrote in a proper way comes out as it went in."""

import random
import string
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import msgspec
import pytest
from helpdesk.channels.mail.rules.limits import Limits, UnparsableError
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.parsing import parsed
from helpdesk.foundation.kernel.text import is_whole
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mails import mails, torn, tried

LIMITS = Limits(parts=50, depth=6)
LETTERS = {
    "utf-8": "aäßéłжφ中あ한😀", "iso-8859-1": "aäßéØ", "windows-1252": "aäß€–“", "iso-8859-15": "aä€Œ",
    "iso-8859-2": "ałčž", "windows-1250": "ałčž", "koi8-r": "aжщъ", "windows-1251": "aжщъё", "iso-8859-7": "aφωή",
    "shift_jis": "aあ漢ア", "iso-2022-jp": "aあ漢ア", "euc-jp": "aあ漢ア", "gb2312": "a中文", "gb18030": "a中文😀",
    "big5": "a中文", "euc-kr": "a한글", "ks_c_5601-1987": "a한글", "us-ascii": "abc",
}  # fmt: skip


def sound(mail: Mail) -> None:
    """It can be stored and shown, and nothing in it leads elsewhere."""
    for text in (mail.subject, mail.text, mail.quoted, mail.signature, mail.html or ""):
        assert is_whole(text)
        assert "\0" not in text
    for file in mail.attachments:
        assert file.name
        assert not set(file.name) & set("/\\\0\r\n")
        assert len(file.name) <= 200
    assert "<script" not in (mail.html or "").lower()
    msgspec.json.encode(mail)


# --- any bytes

fields = st.sampled_from(
    [
        b"Content-Type: text/plain; charset=%s", b"Content-Type: text/html", b"Content-Type: multipart/%s; boundary=%s",
        b"Content-Transfer-Encoding: %s", b"Content-Disposition: attachment; filename=%s", b"Subject: %s", b"From: %s",
        b"To: %s", b"Date: %s", b"Message-ID: %s", b"References: %s", b"Content-Type: message/rfc822",
        b"Content-Type: text/calendar", b"Content-Type: application/ms-tnef", b"Content-ID: <%s>", b"%s", b" %s",
    ]
)  # fmt: skip
words = st.one_of(
    st.sampled_from(
        [
            b"mixed",
            b"alternative",
            b"related",
            b"report",
            b"base64",
            b"quoted-printable",
            b"utf-8",
            b"x",
            b"xx",
            b"a@b.c",
        ]
    ),
    st.binary(max_size=12),
)


@st.composite
def headers(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(fields, max_size=5))
    return b"".join(line.replace(b"%s", draw(words), 1).replace(b"%s", draw(words)) + b"\r\n" for line in lines)


bodies = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [b"--x", b"--xx--", b"begin 644 a", b"<p>Hi<p>", b"> a", b"From: a@b.c", b"BEGIN:VEVENT", b"-- ", b"#note"]
    ),
)


@st.composite
def trees(draw: st.DrawFn) -> bytes:
    """Headers, bodies and boundaries that may or may not fit together."""
    pieces = draw(
        st.lists(st.one_of(headers(), bodies, st.sampled_from([b"--x", b"--xx", b"--x--", b""])), max_size=12)
    )
    return draw(headers()) + b"\r\n" + b"\r\n".join(pieces)


@settings(max_examples=200, deadline=None)
@given(st.one_of(trees(), st.binary(max_size=200)))
def test_nothing_fails_but_by_a_bound(raw: bytes):
    try:
        mail = parsed(raw, limits=LIMITS)
    except UnparsableError:
        return
    sound(mail)
    assert parsed(raw, limits=LIMITS) == mail


def test_torn_mails_are_read_as_well():
    """A few here; `python -m tests.fuzz.mails` goes on."""
    chance, known = random.Random(7), mails()  # noqa: S311 - nothing is secret here
    for _ in range(150):
        tried(torn(chance, known))


# --- what was written in a proper way

lines = st.text(string.ascii_letters + string.digits + " ,.!?()äö", min_size=1, max_size=60).map(str.strip).filter(bool)


@pytest.mark.parametrize("charset", LETTERS)
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_text_comes_out_of_each_charset_and_encoding(charset: str, encoding: str):
    chance = random.Random(charset + encoding)  # noqa: S311 - nothing is secret here
    text = "\n".join("".join(chance.choices(LETTERS[charset] + "    bcdefg", k=40)).strip() for _ in range(5))
    told = "\n".join(f"Line {line}" for line in text.split("\n"))
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "a@b.example", "x"
    mail.set_content(told.encode("cp949" if charset.startswith("ks_") else charset), "text", "plain", cte=encoding)
    mail.set_param("charset", charset)
    assert parsed(mail.as_bytes()).text == told


@settings(max_examples=50, deadline=None)
@given(name=st.text(min_size=1, max_size=30), subject=st.text(max_size=60), content=st.binary(min_size=1, max_size=300))
def test_names_subjects_and_files_come_as_they_went(name: str, subject: str, content: bytes):
    name = "".join(sign for sign in name if sign.isalnum() and is_whole(sign)) or "a"
    subject = " ".join("".join(sign for sign in subject if sign.isprintable() and is_whole(sign)).split())
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "a@b.example", subject
    mail.set_content("Hello")
    mail.add_attachment(content, "application", "x-test", filename=f"{name}.bin")
    found = parsed(mail.as_bytes())
    assert found.subject == subject
    assert [(file.name, file.content) for file in found.attachments] == [(f"{name}.bin", content)]


PROGRAMS = [
    "On Mon, 30 Nov 2026 at 08:00, Help <help@desk.example> wrote:\n\n{quoted}",
    "Am 30.11.2026 um 08:00 schrieb Hilfe:\n{quoted}",
    "Le lun. 30 nov. 2026 à 08:00, Aide <help@desk.example> a écrit :\n\n{quoted}",
    "30.11.2026 8:00, Поддержка пишет:\n{quoted}",
    "帮助台 <help@desk.example> 于2026年11月30日周一 08:00写道：\n\n{quoted}",
    "From: Help <help@desk.example>\nSent: Monday, November 30, 2026 8:00 AM\nTo: a@b.example\nSubject: x\n\n{plain}",
    "Von: Hilfe <help@desk.example>\nGesendet: Montag, 30. November 2026 08:00\nAn: a@b.example\nBetreff: x\n\n{plain}",
    "-----Original Message-----\n{plain}",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(lines, st.sampled_from(PROGRAMS)), min_size=2, max_size=5))
def test_of_a_thread_only_what_is_new_is_text(thread: list[tuple[str, str]]):
    told, ids = "", list[str]()
    for number, (words, program) in enumerate(thread):
        quoted = "\n".join(f"> {line}" for line in told.split("\n"))
        body = f"{words}\n\n{program.format(quoted=quoted, plain=told)}" if told else words
        mail: Any = EmailMessage(policy=SMTP)
        mail["From"], mail["Subject"], mail["Message-ID"] = "a@b.example", "Re: x", f"<{number}@b.example>"
        if ids:
            mail["In-Reply-To"], mail["References"] = f"<{ids[-1]}>", " ".join(f"<{each}>" for each in ids)
        mail.set_content(body)
        found = parsed(mail.as_bytes())
        assert found.text == words
        assert found.references == tuple(ids)
        assert found.in_reply_to == tuple(ids[-1:])
        assert bool(found.quoted) == bool(told)
        told = body
        ids.append(found.message_id)
