"""Attachments: their names made safe, and their types found out."""

import re
from typing import Final

from helpdesk.capabilities.attachments.rules.real_type import real_type
from helpdesk.channels.mail.rules.bodies import File
from helpdesk.channels.mail.rules.mail import Attachment
from helpdesk.channels.mail.rules.mime import headers
from helpdesk.channels.mail.rules.mime.tree import MAILS, Part

_LONGEST: Final = 200
_ENDING: Final = 20
_LOOKED_AT: Final = 64 * 1024
# Controls, marks of direction (which make an .exe look like a .jpg), and what file systems take amiss.
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|[<>:\"|?*](?=.*\Z)")
_ENDINGS: Final = {
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "application/pdf": "pdf", "text/plain": "txt",
    "text/html": "html", "text/calendar": "ics", "application/zip": "zip", "application/pkcs7-mime": "p7m",
    "application/pkcs7-signature": "p7s", "application/pgp-encrypted": "asc", "application/pgp-signature": "asc",
    "text/rfc822-headers": "txt", "message/delivery-status": "txt", "audio/mpeg": "mp3", "text/csv": "csv",
}  # fmt: skip


def attachment(file: File, number: int) -> Attachment:
    part = file.part
    written = safe(file.name or part.name)
    content_id = part.headers.text("content-id", 1000).strip("<> ")
    return Attachment(
        name=written or _made_up(part, number),
        is_named=bool(written),
        declared=part.kind if not file.name else "application/octet-stream",
        sniffed=real_type(file.content[:_LOOKED_AT]),
        content_id="" if file.name else content_id,
        inline=file.inline or (part.disposition.value == "inline" and bool(content_id)),
        content=file.content,
    )


def safe(name: str) -> str:
    """The last part of a path, without what is not shown or leads elsewhere."""
    last = re.split(r"[\\/]", _UNSAFE.sub("", name))[-1].strip(" .") if name.strip(" .\\/") else ""
    last = headers.folded(last)
    if len(last) <= _LONGEST:
        return last
    stem, dot, ending = last.rpartition(".")
    if dot and len(ending) <= _ENDING:
        return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"
    return last[:_LONGEST]


def _made_up(part: Part, number: int) -> str:
    if part.kind in MAILS:
        inner = part.parts[0].headers.text("subject", 1000) if part.parts else ""
        return f"{safe(inner)[:100] or f'mail-{number}'}.eml"
    return f"attachment-{number}.{_ENDINGS.get(part.kind, 'bin')}"
