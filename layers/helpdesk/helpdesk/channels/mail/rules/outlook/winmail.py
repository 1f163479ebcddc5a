"""What Outlook packs into a winmail.dat."""

import logging
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules.outlook import rtf

_SIGNATURE: Final = b"\x78\x9f\x3e\x22"
_MOST: Final = 200
KINDS: Final = {"application/ms-tnef", "application/vnd.ms-tnef"}


class Unpacked(Struct):
    files: list[tuple[str, bytes]] = []
    plain: str = ""
    page: str = ""
    rest: bool = False
    """Something in it could not be read."""


def unpacked(content: bytes) -> Unpacked:
    """Nothing when it cannot be read: it is kept as it came then."""
    if not content.startswith(_SIGNATURE):
        return Unpacked()
    from tnefparse import TNEF  # noqa: PLC0415 - only mails of Outlook to the world pay for it

    logging.getLogger("tnefparse").setLevel(logging.CRITICAL)
    try:
        box = TNEF(content, do_checksum=False)
        files = [(each.long_filename() or each.name or "", bytes(each.data)) for each in box.attachments if each.data]
        found = Unpacked(files[:_MOST], _text(box.body), _text(box.htmlbody))
    except Exception:  # noqa: BLE001 - a parser of bytes that anybody can make up
        return Unpacked()
    if not (found.plain or found.page) and (packed := getattr(box, "_rtfbody", None)):
        found.plain = rtf.words(packed)
        found.rest = not found.plain
    return found


def _text(found: object) -> str:
    if isinstance(found, bytes):
        return found.decode("cp1252", "replace")
    return found if isinstance(found, str) else ""
