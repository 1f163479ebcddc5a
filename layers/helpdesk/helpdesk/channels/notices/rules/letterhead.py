"""As whom a letter is written."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import TicketId

BRAND: Final = "Helpdesk"


class Letterhead(Struct, frozen=True, kw_only=True):
    """`brand` stands above a letter and in front of the address it comes from, `signature` below its words."""

    brand: str = BRAND
    signature: str = ""
    address: str = ""
    """Of the mailbox that its ticket came by; empty where it came by none."""


PLAIN: Final = Letterhead()


def signed_outside(head: Letterhead, author: str, ticket: TicketId) -> Sequence[str]:
    """As who writes, and their mailbox, sign everywhere; without that, by name. The number stands below, and not in the
    subject: an answer that lost all else must not find the requester.
    """
    lines = head.signature.splitlines() if head.signature else [author, head.brand]
    return [line for line in (*lines, f"Ref. {ticket}") if line]
