"""What of a mail stands on a ticket: its words, its formatting, and its files."""

import re
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules import mail as letters
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.core.record.attachments import Attachment
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.text import LONGEST_HTML, LONGEST_TEXT, is_visible

MOST_FILES: Final = 28  # a transaction of DynamoDB has a hundred items

LARGEST_FILE: Final = 25_000_000

LONGEST_LINE: Final = 250

_NO_SUBJECT: Final = {"en": "(no subject)", "de": "(kein Betreff)"}

_NO_TEXT: Final = {"en": "(no text)", "de": "(kein Text)"}

_UNREAD: Final = {
    "en": "This mail could not be read. It is attached as it came.",
    "de": "Diese E-Mail konnte nicht gelesen werden. Sie ist so angehängt, wie sie kam.",
}

_LEFT_OUT: Final = {
    "en": "({count} more files are only in the mail as it came.)",
    "de": "({count} weitere Dateien sind nur in der E-Mail, wie sie kam.)",
}

_CUT: Final = {
    "en": "(The whole text is attached.)",
    "de": "(Der ganze Text ist angehängt.)",
}

_PICTURE: Final = re.compile(r'(?<=src=")cid:([^"]*)(?=")')


class File(Struct, frozen=True, kw_only=True):
    attachment: Attachment
    content: bytes


class Words(Struct, frozen=True, kw_only=True):
    subject: str
    text: str
    html: str | None
    files: tuple[File, ...]

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        return tuple(file.attachment for file in self.files)


def words(mail: Mail, arrival: Arrival, language: str) -> Words:
    """Nothing of it is lost: what has no room here is in a file, or in the mail as it came."""
    kept = [it for it in mail.attachments if 0 < len(it.content) <= LARGEST_FILE]
    files = [_file(it, arrival.id, number) for number, it in enumerate(kept[:MOST_FILES])]
    text = next((it.strip() for it in (mail.text, mail.quoted, mail.signature) if is_visible(it)), "")
    text = text or _said(_NO_TEXT, language)
    if len(text) > LONGEST_TEXT:
        whole = letters.Attachment(
            name="text.txt", is_named=True, declared="text/plain", sniffed="text/plain", content=text.encode()
        )
        files.append(_file(whole, arrival.id, MOST_FILES))
        note = _said(_CUT, language)
        text = f"{text[: LONGEST_TEXT - len(note) - 2]}\n\n{note}"
    if left := len(mail.attachments) - len(kept[:MOST_FILES]) - sum(1 for it in mail.attachments if not it.content):
        text = f"{text}\n\n{_said(_LEFT_OUT, language).format(count=left)}"
    return Words(
        subject=_line(mail.subject) or _said(_NO_SUBJECT, language),
        text=text,
        html=_page(mail, {it.content_id: file.attachment.id for it, file in zip(kept, files, strict=False)}),
        files=tuple(files),
    )


def unread(raw: bytes, arrival: Arrival, language: str) -> Mail:
    """What stands for a mail that nobody could read: itself, as a file."""
    whole = letters.Attachment(
        name="mail.eml", is_named=True, declared="message/rfc822", sniffed="application/octet-stream", content=raw
    )
    return Mail(
        message_id=f"{digest(arrival.id)}@unread.invalid",
        has_own_id=None,
        sender=letters.Address(arrival.sender or None),
        text=_said(_UNREAD, language),
        attachments=(whole,),
    )


def called(address: letters.Address) -> str:
    """How somebody is called who is new here."""
    name = _line(address.name)
    return name if is_visible(name) else (address.address or "")


def _page(mail: Mail, pictures: Mapping[str, str]) -> str | None:
    """A picture of the mail itself is shown from the file that it is kept as."""
    if mail.html is None:
        return None
    page = _PICTURE.sub(lambda found: f"cid:{pictures.get(found[1], found[1])}", mail.html)
    return page if len(page.encode()) <= LONGEST_HTML else None


def _file(it: letters.Attachment, mail_id: str, number: int) -> File:
    """Under the same id each time that the mail is read."""
    known = Attachment(id=f"mail-{digest(mail_id)[:24]}-{number}", name=it.name, size=len(it.content), type=it.declared)
    return File(attachment=known, content=it.content)


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE].strip()


def _said(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language, texts["en"])
