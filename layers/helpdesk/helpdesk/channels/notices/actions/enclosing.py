"""Files of a message that go out with the mail of it: as many as fit. The others are found where the ticket is."""

from collections.abc import Iterator, Sequence
from typing import Final

from helpdesk.channels.notices.ports import MailFile
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.directions import unmarked

PAUSES: Final = 4
"""For all files of a mail together: who sends it has only so long."""

PAUSE_SECONDS: Final = 1.0
"""A file is kept by who hears of the message at the same moment."""

MB: Final = 1_000_000


def enclosed(desk: Desk, entry: Entry) -> tuple[list[MailFile], list[Attachment]]:
    """The files that are sent along, and those that are not: too large together, or never kept."""
    return along(desk, attached(entry), desk.settings.of(MAIL).attached_mb)


def along(desk: Desk, attachments: Sequence[Attachment], most_mb: int) -> tuple[list[MailFile], list[Attachment]]:
    room = most_mb * MB
    files: list[MailFile] = []
    left: list[Attachment] = []
    pauses = iter(range(PAUSES))
    for attachment in attachments:
        found = _content(desk, attachment, pauses) if attachment.size <= room else None
        if found is None or len(found[0]) > room:
            left.append(attachment)
            continue
        content, kind = found
        room -= len(content)
        files.append(MailFile(id=attachment.id, name=unmarked(attachment.name), type=kind, content=content))
    return files, left


def attached(entry: Entry) -> Sequence[Attachment]:
    """Of what leaves the house: notes and their files never do."""
    files: Sequence[Attachment] = getattr(entry.event, "attachments", ()) if entry.is_public else ()
    return files


def formatted(html: str | None, files: Sequence[MailFile], link: str = "") -> str | None:
    """As a mail shows it: pictures that do not go along are seen where the link leads, or named to who has none."""
    from helpdesk.foundation.edge import pictures  # noqa: PLC0415 - only a letter with formatting pays for it

    along = [file.id for file in files]
    return html and (pictures.as_links(html, link, but=along) if link else pictures.as_names(html, but=along))


def _content(desk: Desk, attachment: Attachment, pauses: Iterator[int]) -> tuple[bytes, str] | None:
    while (found := desk.attachments.content(attachment.id)) is None and next(pauses, None) is not None:
        desk.clock.pause(PAUSE_SECONDS)
    return found
