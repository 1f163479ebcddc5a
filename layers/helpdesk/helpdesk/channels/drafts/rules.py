"""What somebody has begun to write."""

from datetime import datetime, timedelta
from typing import Final, NewType

from msgspec import Struct

from helpdesk.core.record.attachments import Attachment
from helpdesk.foundation.kernel.vocabulary import TicketId

KEPT: Final = timedelta(days=30)
"""Since it was changed last."""

_BEGINNING: Final = 120


DraftKind = NewType("DraftKind", str)
"""For one of a letter to people outside, which side it goes to."""

REPLY: Final = DraftKind("reply")

NOTE: Final = DraftKind("note")

KINDS: Final = r"^(reply|note|side-(new|s[1-9][0-9]{0,2}))$"


class Draft(Struct, frozen=True, kw_only=True):
    """`files` are uploads of its writer, by their own ids; `since` is the last entry there was when it was begun.
    `subject`, `to` and `cc` of a letter to people outside are as they are typed.
    """

    ticket: TicketId
    kind: DraftKind
    body: str
    html: str | None = None
    files: tuple[Attachment, ...] = ()
    since: str | None = None
    at: datetime
    subject: str = ""
    to: str = ""
    cc: str = ""

    @property
    def beginning(self) -> str:
        return " ".join(self.body.split())[:_BEGINNING]
