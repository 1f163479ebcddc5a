"""Who is told what when something happens to a ticket. Nobody is told of what they did themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told
from helpdesk.foundation.kernel.errors import HopelessError, InsideError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.preferences.rules import Concern
    from helpdesk.foundation.desk import Desk


class MailRefusedError(HopelessError):
    """Of this mail to this address nothing else is to be expected."""

    code = "mail_refused"


class UntoldError(InsideError):
    """Some of those whom an entry concerns could not be told of it. It names them by their ids, and by no address."""

    code = "untold"

    def __init__(self, entry_id: str, failed: Sequence[tuple[str, Exception]]) -> None:
        who = ", ".join(f"{whom} ({type(error).__name__})" for whom, error in failed)
        super().__init__(f"Of {entry_id} could not be told: {who}.")


def mailbox_of(name: str, address: str) -> str:
    """Whom a mail is to, as its header says it; MailRefusedError for an address that no mail can be sent to."""
    from helpdesk.foundation.kernel.addresses import folded  # noqa: PLC0415 - only who sends pays for it
    from helpdesk.foundation.platform.mime import HeaderError, mailbox  # noqa: PLC0415 - as above

    try:
        return mailbox("To", name, folded(address))
    except HeaderError as error:
        raise MailRefusedError("It has no address that mail can be sent to.") from error


DIGEST: Final = "digest"
"""The way of one mail a day."""


class Way(Struct, frozen=True, kw_only=True):
    """A way beside mail in which who works on tickets is told of something."""

    name: str
    """As people choose it: a field of `Ways`."""
    tell: Callable[[Desk, Told, Concern, Person], None]
    """Told again of the same, nobody hears of it twice."""


def notices(told: Told, hooks: Sequence[Hooks]) -> list[Notice]:
    """The notices an entry calls for."""
    wanted = [notice for each in hooks for notice in each.notices(told)]
    # The acknowledgement is a receipt: it goes also to the requester who opened the ticket.
    return [notice for notice in wanted if notice.person != told.entry.done_by or notice.template == "acknowledgement"]
