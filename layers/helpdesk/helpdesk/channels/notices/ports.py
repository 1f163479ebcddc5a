from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.notices.rules.threads import MailClaim, MailThread

MOST_NAMED: Final = 20


class Mail(Struct, frozen=True, kw_only=True):
    """One mail to one person. `references` and `reply_to` carry the thread's signed token; SES sets the Message-ID.

    `html` says the same as `text`, with the formatting of what somebody wrote. `automatic` is mail that no person
    wrote: it says so, and no machine should answer it.
    """

    to: str
    to_name: str
    subject: str
    text: str
    html: str
    reply_to: str
    references: str
    language: str
    automatic: bool = True


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

    def sent(self, key: str, claim: MailClaim) -> None:
        """Write down that the effect of this key was had by sending this mail, and whose it is, in one."""


class NoticePorts(Struct, frozen=True):
    mailer: Mailer
    threads: MailThreads
