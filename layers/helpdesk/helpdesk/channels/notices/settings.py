"""What a company sets about the mail it sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

from helpdesk.channels.notices.rules.letterhead import BRAND, Letterhead
from helpdesk.channels.notices.rules.wording import Wording, Wordings
from helpdesk.foundation.settings.documents import Document, File

if TYPE_CHECKING:
    from helpdesk.foundation.settings.ports import SettingsStore


class MailTerms(Struct, frozen=True, kw_only=True):
    automatic_an_hour: int
    """How many mails that no person wrote one address outside gets in an hour, at most."""
    automatic_a_day: int
    """How many of these one person gets in a day, at most. Who works on tickets gets what is over in one mail."""
    attached_mb: int
    """Files of a message go along up to so many megabytes together."""
    quoted: int
    """So many of the messages before an answer stand below it."""


def _parsed(written: File) -> MailTerms:
    return msgspec.convert(written, MailTerms)


def _wordings(written: File) -> Wordings:
    return Wordings(all=msgspec.convert(written["templates"], tuple[Wording, ...]))


def _letterheads(written: File) -> Mapping[str, Letterhead]:
    mailboxes: list[dict[str, Any]] = written["mailboxes"]
    return {
        each["id"]: Letterhead(
            brand=each.get("name") or BRAND, signature=each.get("signature", ""), address=each["address"]
        )
        for each in mailboxes
    }


MAIL: Final = Document(
    bundle="mail", first={"automatic_an_hour": 20, "automatic_a_day": 100, "attached_mb": 7, "quoted": 0}, parse=_parsed
)

WORDINGS: Final = Document(bundle="letters", first={"templates": []}, parse=_wordings)

LETTERHEADS: Final = Document(bundle="mailboxes", first={"mailboxes": []}, parse=_letterheads)
"""What letters need to know of the mailboxes."""


def letterhead_of(settings: SettingsStore, mailbox: str) -> Letterhead | None:
    """None when there is no such mailbox, however new: a ticket can have come by one that was made just now."""
    if not mailbox:
        return None
    return settings.of(LETTERHEADS).get(mailbox) or settings.latest(LETTERHEADS).get(mailbox)
