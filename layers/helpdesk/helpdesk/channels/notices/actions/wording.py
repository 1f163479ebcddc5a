"""The words of a letter that goes out: an administrator's, if there are some that can be used, or the product's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from helpdesk.channels.notices.rules.wording import BrokenWordsError, Letter, Wording, WordingFault
from helpdesk.channels.notices.settings import WORDINGS

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk


class Writing(Protocol):
    def __call__(self, *, wording: Wording | None) -> Letter: ...


def in_set_words(desk: Desk, letter: str, language: str, ticket: Ticket | None, write: Writing) -> Letter:
    """No mail is kept back because its words are at fault: it says it in those of the product, and who wrote the others
    finds out. One that is about several tickets is of none.
    """
    mailbox = ticket.mailed.mailbox if ticket and ticket.mailed else None
    wording = desk.settings.of(WORDINGS).find(letter, language, mailbox)
    try:
        return write(wording=wording)
    except BrokenWordsError as broken:
        if wording is None:
            raise
        desk.notices.faults.note(_fault(desk, ticket, wording, broken))
        return write(wording=None)


def _fault(desk: Desk, ticket: Ticket | None, wording: Wording, broken: BrokenWordsError) -> WordingFault:
    return WordingFault(
        letter=wording.letter,
        language=wording.language,
        mailbox=wording.mailbox,
        edition=wording.edition,
        field=broken.field,
        code=broken.why.code,
        values=broken.why.values,
        ticket=ticket.id if ticket else None,
        at=desk.clock.now(),
    )
