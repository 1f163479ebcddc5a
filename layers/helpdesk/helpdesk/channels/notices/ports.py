from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.rules.sent import DeadAddress, KeptMail, MailNews, OutMail, WhyWithheld
    from helpdesk.channels.notices.rules.threads import MailClaim, MailThread
    from helpdesk.channels.notices.rules.wording import WordingFault
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.platform.ports import EffectLedger, Limit

MOST_NAMED: Final = 20


class MailFile(Struct, frozen=True, kw_only=True):
    """A file that goes along. The page shows it where it names its `id` as `cid:`."""

    id: str
    name: str
    type: str
    content: bytes


class Mail(Struct, frozen=True, kw_only=True):
    """One mail to one person; `addressed` and `cc` are whom it says it goes to, where it goes to several. `references`
    and `reply_to` carry the thread's signed token; SES sets the Message-ID.

    `html` says the same as `text`, with the formatting of what somebody wrote. `automatic` is mail that no person
    wrote: it says so, and no machine should answer it.
    """

    to: str
    to_name: str
    subject: str
    text: str
    html: str
    sender: str = ""
    """What the desk calls itself in it; empty for what it is called everywhere."""
    reply_to: str
    references: str
    language: str
    automatic: bool = True
    unsubscribe: str = ""
    """Where the reader says, by one click, that they want no more of these; empty where they cannot."""
    ticket: TicketId
    key: str
    """Under ticket and key the mail service tells what became of it."""
    addressed: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    blind: bool = False
    """It says of nobody that it goes to them, not even of who gets it."""
    files: tuple[MailFile, ...] = ()


class Mailer(Protocol):
    def send(self, mail: Mail) -> str:
        """Hand over to the mail service; its message id. MailRefusedError for what it will never take."""


class MailThreads(Protocol):
    """Which mails belong to which tickets, by their Message-IDs."""

    def known(self, message_ids: Sequence[str]) -> Mapping[str, MailThread]:
        """What mails belong to, by their Message-IDs as they are given here: one request, in which no more than
        `MOST_NAMED` are asked for. Those that nobody claimed are not there.
        """

    def claim(self, claim: MailClaim) -> None:
        """MailKnownError when it is claimed already. It may also go along with a change of a ticket."""


class MailLedger(Protocol):
    """What was sent of tickets, and what became of it."""

    def effects(self, mail: OutMail, *limits: Limit) -> EffectLedger:
        """The ledger of effects for sending this mail: it keeps what is to be sent with the claim, and with `done`
        also whose answers to it are. A claim counts one more of each limit, RateLimitedError when one is used up.
        """

    def withhold(self, mail: OutMail, why: WhyWithheld) -> None:
        """Write down that it is not sent, unless it was."""

    def became(self, news: MailNews) -> OutMail | None:
        """Write down what became of a mail, unless more is known; the mail, None when it was not sent here. That it
        was sent is news where who sent it died before they wrote that down.
        """

    def of_ticket(self, ticket_id: TicketId) -> Sequence[KeptMail]:
        """Every mail of a ticket, the oldest entry first: one request for each MiB."""


class DeadAddresses(Protocol):
    """Addresses that nothing is sent to. They are compared in their folded form."""

    def find(self, address: str) -> DeadAddress | None: ...

    def add(self, dead: DeadAddress) -> None:
        """What is known of it already stays."""

    def remove(self, address: str) -> DeadAddress:
        """What was known of it; NotFoundError for an address that is none of them."""

    def page(self, cursor: str | None, limit: int) -> DeadPage:
        """By address."""


class DeadPage(Struct, frozen=True, kw_only=True):
    addresses: tuple[DeadAddress, ...]
    cursor: str | None


class WordingFaults(Protocol):
    """Letters that were sent in the product's words, because their own could not be used."""

    def note(self, fault: WordingFault) -> None:
        """In place of what was noted of the same letter, language and mailbox."""

    def all(self) -> Sequence[WordingFault]:
        """One request."""


class NoticePorts(Struct, frozen=True, kw_only=True):
    mailer: Mailer
    threads: MailThreads
    ledger: MailLedger
    dead: DeadAddresses
    faults: WordingFaults
