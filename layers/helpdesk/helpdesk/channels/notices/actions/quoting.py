"""What was said before an answer, to stand below it: what its requester read or wrote, and never a note."""

from collections.abc import Sequence
from typing import Final

from helpdesk.channels.notices.letters import Quoted
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.letters import Recipient
from helpdesk.foundation.desk import Desk

LOOKED_AT: Final = 50
"""Entries before the answer: one request. Among more, the oldest quotes are left out."""

LONGEST: Final = 4000


def quoted(desk: Desk, entry: Entry, reader: Recipient) -> Sequence[Quoted]:
    """The messages before an entry, the newest first, as many as are set."""
    from helpdesk.foundation.kernel.locales import said  # noqa: PLC0415 - only who writes a letter pays for it

    most = desk.settings.of(MAIL).quoted
    if not most:
        return ()
    before = [each for each in desk.tickets.timeline(entry.ticket_id, None, LOOKED_AT).entries if _said(each, entry)]
    return [
        Quoted(
            author=(each.personal.author or each.personal.name or "") if each.personal else "",
            when=said(each.at, reader.timezone, reader.language),
            body=(each.personal.body or "")[:LONGEST] if each.personal else "",
        )
        for each in reversed(before[-most:])
    ]


def _said(each: Entry, answer: Entry) -> bool:
    return each.is_public and each.version < answer.version and bool(each.personal and each.personal.body)
