"""What a company sets about the mail it sends."""

from typing import Final

import msgspec
from msgspec import Struct

from helpdesk.foundation.settings.documents import Document, File


class MailTerms(Struct, frozen=True, kw_only=True):
    automatic_an_hour: int
    """How many mails that no person wrote one address outside gets in an hour, at most."""
    attached_mb: int
    """Files of a message go along up to so many megabytes together."""
    quoted: int
    """So many of the messages before an answer stand below it."""


def _parsed(written: File) -> MailTerms:
    return msgspec.convert(written, MailTerms)


MAIL: Final = Document(bundle="mail", first={"automatic_an_hour": 20, "attached_mb": 7, "quoted": 0}, parse=_parsed)
