"""What was sent of a ticket, to whom, and what became of it; and addresses that nothing is sent to any more."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class MailState(StrEnum):
    """The order is that in which one is later than another, and takes its place."""

    SENDING = "sending"
    SENT = "sent"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    REFUSED = "refused"
    WITHHELD = "withheld"
    BOUNCED = "bounced"
    COMPLAINED = "complained"

    @property
    def rank(self) -> int:
        return list(MailState).index(self)


class WhyWithheld(StrEnum):
    """Why nothing was sent. TOO_MANY: the address had as many mails of machines in an hour as it may have. IN_CHAT:
    they had the chat before them, and read it there.
    """

    UNDELIVERABLE = "undeliverable"
    TOO_MANY = "too_many"
    IN_CHAT = "in_chat"


class OutMail(Struct, frozen=True, kw_only=True):
    """A mail about a ticket, as it was to be sent. `key` names the effect, once for a letter and its reader."""

    key: str
    ticket: TicketId
    entry: str
    template: str
    person: PersonId
    address: str
    at: datetime
    automatic: bool = True
    side: str | None = None
    """The conversation beside the one with the requester in which it stands."""
    private: str | None = None
    """Where answers to it go that are for staff alone: see `private_thread`."""


def thread_of(mail: OutMail) -> MailThread:
    """What answers to it belong to."""
    return MailThread(ticket=mail.ticket, side=mail.side or mail.private, entry=mail.entry, key=mail.key)


class MailFate(Struct, frozen=True, kw_only=True):
    state: MailState
    at: datetime
    why: str = ""


class KeptMail(Struct, frozen=True, kw_only=True):
    mail: OutMail
    fate: MailFate

    @property
    def went_out(self) -> bool:
        """The mail service took it, or is about to."""
        return self.fate.state not in {MailState.REFUSED, MailState.WITHHELD}


class MailNews(Struct, frozen=True, kw_only=True):
    """What the mail service says of a mail that it was given under its `ticket` and `key`."""

    ticket: TicketId
    key: str
    message_id: str
    fate: MailFate
    undeliverable: tuple[str, ...] = ()
    """Addresses that nothing should be sent to from now on."""


class DeadAddress(Struct, frozen=True, kw_only=True):
    """An address that nothing of any kind is sent to, until somebody of the staff says that it works again."""

    address: str
    state: MailState
    why: str
    since: datetime


LONGEST_WHY: Final = 500
