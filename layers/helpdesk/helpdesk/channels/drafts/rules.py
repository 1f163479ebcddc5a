"""What somebody has begun to write."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.core.record.attachments import Attachment
from helpdesk.foundation.kernel.vocabulary import TicketId

KEPT: Final = timedelta(days=30)
"""Since it was changed last."""

_BEGINNING: Final = 120


class DraftKind(StrEnum):
    REPLY = "reply"
    NOTE = "note"


class Draft(Struct, frozen=True, kw_only=True):
    """`files` are uploads of its writer, by their own ids; `since` is the last entry there was when it was begun."""

    ticket: TicketId
    kind: DraftKind
    body: str
    html: str | None = None
    files: tuple[Attachment, ...] = ()
    since: str | None = None
    at: datetime

    @property
    def beginning(self) -> str:
        return " ".join(self.body.split())[:_BEGINNING]
