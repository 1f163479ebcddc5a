"""The mailboxes by which mail comes in."""

from typing import Final

import msgspec

from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.foundation.settings.documents import Document, File


def _parsed(written: File) -> tuple[Mailbox, ...]:
    return msgspec.convert(written["mailboxes"], tuple[Mailbox, ...])


MAILBOXES: Final = Document(bundle="mailboxes", first={"mailboxes": []}, parse=_parsed)
