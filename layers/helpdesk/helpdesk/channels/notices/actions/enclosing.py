"""Files of a message that go out with the mail of it: as many as fit. The others are found where the ticket is."""

from collections.abc import Sequence
from typing import Final

from helpdesk.channels.notices.ports import MailFile
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.directions import unmarked

LOOKS: Final = 5

PAUSE_SECONDS: Final = 1.0
"""A file is kept by who hears of the message at the same moment."""

MB: Final = 1_000_000


def enclosed(desk: Desk, entry: Entry) -> tuple[list[MailFile], list[Attachment]]:
    """The files that are sent along, and those that are not: too large together, or never kept."""
    room = desk.settings.of(MAIL).attached_mb * MB
    files: list[MailFile] = []
    left: list[Attachment] = []
    for attachment in attached(entry):
        found = _content(desk, attachment) if attachment.size <= room else None
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


def _content(desk: Desk, attachment: Attachment) -> tuple[bytes, str] | None:
    for look in range(LOOKS):
        if look:
            desk.clock.pause(PAUSE_SECONDS)
        found = desk.attachments.content(attachment.id)
        if found:
            return found
    return None
