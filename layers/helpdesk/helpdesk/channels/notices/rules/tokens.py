"""The signed token of a thread. It is an address, so that it travels wherever mail programs keep one: in Reply-To as
what stands behind the plus, and in References as the id of a message that began the thread.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

REPLIES: Final = "reply"

_TOKEN: Final = re.compile(r"(?:[^@]*\+)?(?P<ticket>[a-z]+-[0-9a-z]+)(?:-(?P<side>[0-9a-z]+))?-(?P<stamp>[0-9a-z]+)@.*")

_PRIVATE: Final = re.compile(r"b[0-9a-f]{20}")

_LONGEST_TOKEN: Final = 320


def thread_address(desk: Desk, ticket: TicketId, side: str | None = None, domain: str | None = None) -> str:
    """A thread's signed token as an address: one for all of its mails, so that mail programs thread by it."""
    stamp = desk.signer.stamp("reply", _stamped(ticket, side))
    return f"{'-'.join(part for part in (ticket, side, stamp) if part)}@{domain or desk.reply_domain}".lower()


def reply_address(
    desk: Desk, ticket: TicketId, side: str | None = None, mailbox: str = REPLIES, domain: str | None = None
) -> str:
    """Where answers of a thread go: an address behind a plus, in the mailbox of this local part."""
    return f"{mailbox}+{thread_address(desk, ticket, side, domain)}"


def thread_of_token(desk: Desk, written: str) -> MailThread | None:
    """Whose token stands in an address or in the id of a message; None when none does, or when it was not made here."""
    found = _TOKEN.fullmatch(written.strip().strip("<>").lower()) if len(written) <= _LONGEST_TOKEN else None
    if found is None:
        return None
    ticket, side = TicketId(found["ticket"].upper()), found["side"]
    if not desk.signer.is_stamp("reply", _stamped(ticket, side), found["stamp"]):
        return None
    return MailThread(ticket=ticket, side=side)


def private_thread(address: str) -> str:
    """The name of the thread, beside all others of a ticket, in which one reader writes to staff alone. Nothing but
    their address leads to it, so that a mail which was passed on gives nobody a part in it.
    """
    return f"b{digest(folded(address))[:20]}"


def is_private(side: str | None) -> bool:
    return bool(side and _PRIVATE.fullmatch(side))


def _stamped(ticket: TicketId, side: str | None) -> str:
    return f"{ticket}/{side}" if side else ticket
