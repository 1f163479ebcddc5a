"""Which mails belong to a ticket, by their ids."""

import re
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.errors import InsideError
from helpdesk.foundation.kernel.vocabulary import TicketId

_PLAIN_ID: Final = re.compile(r"[!-~]{1,200}")

_BY_SES: Final = ".amazonses.com"


class MailKnownError(InsideError):
    """A mail of this Message-ID was taken in before."""

    code = "mail_known"


class MailThread(Struct, frozen=True, kw_only=True):
    """What a mail belongs to."""

    ticket: TicketId
    side: str | None = None
    """A conversation beside the one with the requester, or that of one reader with staff alone (`private_thread`), as
    lower-case letters and digits.
    """
    entry: str | None = None
    """The entry the mail became, or told of."""
    key: str | None = None
    """Of a mail that was sent: by what the ledger knows it."""


class MailClaim(Struct, frozen=True, kw_only=True):
    """Whose a mail is from now on: no other of its Message-ID comes in again, and answers to it belong there."""

    message_id: str
    thread: MailThread


def known_as(message_id: str) -> str:
    """The form in which Message-IDs are compared. SES answers with the part of its ids that it sets itself apart by."""
    bare = message_id.strip().strip("<>").strip()
    local, _, domain = bare.rpartition("@")
    if local and domain.lower().endswith(_BY_SES):
        bare = local
    return bare if _PLAIN_ID.fullmatch(bare) else digest(bare)
