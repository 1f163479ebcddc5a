"""What somebody has begun to write."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from html import escape
from typing import Final, NewType

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.attachments import MOST_FILES, Attachment
from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.text import LONGEST_HTML, LONGEST_TEXT
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

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
    `subject`, `to` and `cc` of a letter to people outside are as they are typed. `by` is its writer's name.
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
    by: str = ""

    @property
    def beginning(self) -> str:
        return " ".join(self.body.split())[:_BEGINNING]


class Begun(Struct, frozen=True, kw_only=True):
    """What stands on a ticket, and whose it is."""

    person: PersonId
    draft: Draft


class DraftFullError(RefusedError):
    """Both together are more than one message may be."""

    code = "draft_full"


def renamed(draft: Draft, ids: Mapping[str, str]) -> Draft:
    """With its files under other ids, also where they are pictures of its words."""
    html = draft.html
    for before, now in ids.items():
        html = html and html.replace(f"cid:{before}", f"cid:{now}")
    return replace(draft, html=html, files=tuple(replace(file, id=ids.get(file.id, file.id)) for file in draft.files))


def behind(own: Draft | None, taken: Draft) -> Draft:
    """What is taken over, behind what one has begun oneself."""
    if own is None:
        return taken
    both = [draft for draft in (own, taken) if draft.body.strip()]
    body = "\n\n".join(draft.body for draft in both)
    html = "".join(map(_as_html, both)) if own.html or taken.html else None
    files = own.files + taken.files
    if len(body) > LONGEST_TEXT or len((html or "").encode()) > LONGEST_HTML or len(files) > MOST_FILES:
        raise DraftFullError("What you have begun and this draft are too much for one message.")
    return replace(
        taken,
        body=body,
        html=html,
        files=files,
        since=own.since or taken.since,
        subject=own.subject or taken.subject,
        to=own.to or taken.to,
        cc=own.cc or taken.cc,
    )


def _as_html(draft: Draft) -> str:
    paragraphs = (escape(words, quote=False).replace("\n", "<br>") for words in draft.body.split("\n\n"))
    return draft.html or "".join(f"<p>{words}</p>" for words in paragraphs)
