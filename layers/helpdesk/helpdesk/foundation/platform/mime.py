"""A mail as bytes. What people wrote is encoded into its headers, and no parser reads it on the way: those that decode
what they are given have made headers of it. The standard library alone is needed, so that every Python can be tried.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap
from typing import Final, NamedTuple

_WIDTH: Final = 64

_BREAKS: Final = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")

_PLAIN: Final = re.compile(r"(?!.*=\?)[!-~]{1,400}( [!-~]{1,400})*")
"""Stands in a header as it is: no spaces that would get lost, nothing that could be read as encoded, words that fit."""

_OURS: Final = re.compile(r"[ -~]*(\r\n [ -~]+)*")

_ADDRESS: Final = re.compile(r"[^\s()<>\[\]:;@\\,\"]+@[^\s()<>\[\]:;@\\,\"]+")


class HeaderError(ValueError):
    """A mail with this header could not be sent."""


class File(NamedTuple):
    """A file of a mail; one with a `cid` stands in its page, where that names it."""

    name: str
    type: str
    content: bytes
    cid: str = ""


def message(headers: Mapping[str, str], body: str, html: str, files: Sequence[File] = ()) -> bytes:
    """`html` says the same as `body`. `headers` are values that were made here, or by whoever calls of nothing that
    people wrote.
    """
    for name, value in headers.items():
        if not _OURS.fullmatch(value):
            raise HeaderError(f"{name} is not encoded.")
    content = EmailMessage(policy=SMTP)
    content.set_content(body)
    content.add_alternative(html, subtype="html")
    *_, page = content.iter_parts()
    for file in files:
        kind, _, subtype = file.type.partition("/")
        name = _one_line(file.name)
        if file.cid and isinstance(page, EmailMessage):
            page.add_related(file.content, kind, subtype, cid=f"<{file.cid}>", filename=name, disposition="inline")
        else:
            content.add_attachment(file.content, kind, subtype, filename=name)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return head.encode("ascii") + content.as_bytes()


def text(header: str, written: str) -> str:
    """What people wrote as the value of a header, which decodes to it. Line breaks become spaces, controls go."""
    line = _one_line(written)
    return _folded(line) if _PLAIN.fullmatch(line) else _encoded(header, line)


def mailbox(header: str, name: str, address: str) -> str:
    """Somebody as the value of a header; HeaderError for an address that mail servers do not know."""
    if not (address.isascii() and _ADDRESS.fullmatch(address)):
        raise HeaderError("This is no address that mail can be sent to.")
    line = _one_line(name)
    if not line:
        return address
    if not _PLAIN.fullmatch(line):
        return f"{_encoded(header, line)}\r\n <{address}>"
    quoted = line.replace("\\", r"\\").replace('"', r"\"")
    return _folded(f'"{quoted}" <{address}>')


def _one_line(written: str) -> str:
    line = _BREAKS.sub(" ", written)
    return "".join(letter for letter in line if unicodedata.category(letter) not in {"Cc", "Cs"}).strip(" ")


def _folded(plain: str) -> str:
    return "\r\n ".join(wrap(plain, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _encoded(header: str, line: str) -> str:
    return Header(line, "utf-8", header_name=header).encode(linesep="\r\n")
