"""What a chat is called, and what of a ticket whoever chats is shown."""

from collections.abc import Iterable
from typing import Final

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.kernel.actors import Visitor
from helpdesk.foundation.kernel.text import is_visible
from helpdesk.foundation.kernel.vocabulary import Via

LONGEST_SUBJECT: Final = 80


def subject_of(body: str) -> str:
    """The first line that says something, cut between words."""
    line = next((" ".join(each.split()) for each in body.splitlines() if is_visible(each)), body)
    if len(line) <= LONGEST_SUBJECT:
        return line
    cut = line[: LONGEST_SUBJECT - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def said(entries: Iterable[Entry], visitor: Visitor) -> list[Entry]:
    """The words of a ticket that its visitor reads. Who is not proven reads what was said here: what the owner of the
    address they gave writes elsewhere is not theirs.
    """
    return [entry for entry in entries if entry.is_public and _is_said(entry, visitor)]


def _is_said(entry: Entry, visitor: Visitor) -> bool:
    match entry.event:
        case TicketCreated():
            return True
        case MessageAdded(by=by, via=via):
            return visitor.proven or by.is_staff or via is Via.FORM
    return False
