"""What Outlook packs into a winmail.dat when it writes rich text."""

import struct
from email.message import EmailMessage

from compressed_rtf import compress

TEXT = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204{\*\panose 02}Cyr;}}"
    r"{\colortbl;\red0\green0\blue0;}\f0 Gr\'fc\'dfe aus K\u246?ln\par \f1\'cf\'f0\'e8\f0\par "
    r'{\field{\*\fldinst{HYPERLINK "https://desk.example"}}{\fldrslt{the page}}}\par}'
)
"""With letters in three ways, two fonts, and a link."""

PAGE = (
    r"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0\fswiss Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
    r"The lift {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 is stuck{\*\htmltag92 </b>}\htmlrtf }\htmlrtf0 "
    r" again.\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}}"
)
"""A page, wrapped into rich text."""


def winmail(rich: str | bytes) -> bytes:
    """With that alone in it; bytes are packed up already."""
    packed = compress(rich.encode("latin-1")) if isinstance(rich, str) else rich
    padded = packed + bytes(-len(packed) % 4)
    properties = struct.pack("<IHHII", 1, 0x0102, 0x1009, 1, len(packed)) + padded
    head = struct.pack("<IH", 0x223E9F78, 1) + _attribute(0x9006, 0x0008, struct.pack("<I", 0x10000))
    codepage = _attribute(0x9007, 0x0006, struct.pack("<II", 1252, 0))
    return head + codepage + _attribute(0x9003, 0x0006, properties)


def packed_mail(packed: bytes, text: str = "") -> bytes:
    """As it comes: a text, and what is packed beside it."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rita@example.org", "Packed"
    mail.set_content(text)
    mail.add_attachment(packed, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return mail.as_bytes()


def _attribute(name: int, kind: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", 1, name, kind, len(data)) + data + struct.pack("<H", sum(data) % 65536)
