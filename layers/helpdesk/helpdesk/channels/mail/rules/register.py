"""What became of a mail that came in: every one is written down, whatever it is."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.vocabulary import TicketId

LONGEST_TEXT: Final = 20_000

LONGEST_LINE: Final = 500

MOST_LISTED: Final = 100

_SHORT: Final = 200


class Outcome(StrEnum):
    MESSAGE = "message"
    QUARANTINE = "quarantine"
    """It waits for somebody to look at it."""
    BOUNCE = "bounce"
    DUPLICATE = "duplicate"
    IGNORED = "ignored"


class Reason(StrEnum):
    """Why nothing was made of it."""

    SPAM = "spam"
    VIRUS = "virus"
    FORGED = "forged"
    """Its domain asks that mail like this is not taken for its own."""
    UNKNOWN_MAILBOX = "unknown_mailbox"
    SENDER = "sender"
    """Who wrote may not write to this mailbox."""
    NOBODY = "nobody"
    """It does not say who wrote it."""
    SIZE = "size"
    HEADERS = "headers"
    PARTS = "parts"
    DEPTH = "depth"
    RECIPIENTS = "recipients"
    UNREADABLE = "unreadable"
    OWN_ADDRESS = "own_address"
    RECEIPT = "receipt"
    AUTO_REPLY = "auto_reply"
    MACHINE = "machine"
    """A machine wrote it in the name of somebody who works here, or on what is closed."""


class NotHeldError(RefusedError):
    """What is done with it was done."""

    code = "mail_not_held"


class Envelope(Struct, frozen=True, kw_only=True):
    sender: str
    recipients: tuple[str, ...]


class Part(Struct, frozen=True, kw_only=True):
    name: str
    type: str
    size: int


class Taken(Struct, frozen=True, kw_only=True):
    """A mail in the register."""

    id: str
    key: str
    revision: int = 1
    message_id: str | None = None
    """Its own, empty where it has none; None where it could not be read."""
    received_at: datetime
    envelope: Envelope
    sender: str = ""
    """The address in From, as far as it is one."""
    sender_name: str = ""
    subject: str = ""
    text: str = ""
    below: str = ""
    """Its signature and what it answers."""
    attachments: tuple[Part, ...] = ()
    automatic: bool = False
    bounce_for: tuple[str, ...] = ()
    verdicts: Mapping[str, str] = {}
    policy: str = ""
    outcome: Outcome
    reason: Reason | None = None
    ticket: TicketId | None = None
    entry: str | None = None

    @property
    def is_held(self) -> bool:
        """Whether somebody may still make a ticket of it."""
        return self.outcome in {Outcome.QUARANTINE, Outcome.IGNORED} and self.ticket is None


class Earlier(Struct, frozen=True, kw_only=True):
    """The mail of the same content that came in before."""

    id: str
    ticket: TicketId
    entry: str


def taken(arrival: Arrival, mail: Mail | None, outcome: Outcome, reason: Reason | None = None) -> Taken:
    """Without a mail, what could not be read."""
    written = Taken(
        id=arrival.id,
        key=arrival.key,
        received_at=arrival.received_at,
        envelope=Envelope(sender=arrival.sender[:320], recipients=arrival.recipients[:MOST_LISTED]),
        verdicts=arrival.verdicts,
        policy=arrival.policy,
        outcome=outcome,
        reason=reason,
    )
    if mail is None:
        return written
    parts = [Part(name=it.name, type=it.sniffed, size=len(it.content)) for it in mail.attachments[:MOST_LISTED]]
    return replace(
        written,
        message_id=_own_id(mail),
        sender=(mail.sender and mail.sender.address) or "",
        sender_name=mail.sender.name[:LONGEST_LINE] if mail.sender else "",
        subject=mail.subject[:LONGEST_LINE],
        text=mail.text[:LONGEST_TEXT],
        below=_below(mail)[:LONGEST_TEXT],
        attachments=tuple(parts),
        automatic=mail.is_automatic,
        bounce_for=mail.bounce.failed[:MOST_LISTED] if mail.bounce else (),
    )


def arrived(taken: Taken) -> Arrival:
    """As it came in, to be read again."""
    return Arrival(
        id=taken.id,
        key=taken.key,
        received_at=taken.received_at,
        sender=taken.envelope.sender,
        recipients=taken.envelope.recipients,
        verdicts=taken.verdicts,
        policy=taken.policy,
    )


def shortened(taken: Taken) -> Taken:
    """As it stands in lists."""
    return replace(taken, text=taken.text[:_SHORT], below="", attachments=taken.attachments[:10])


def _own_id(mail: Mail) -> str | None:
    """What we made in its place is nothing that it says."""
    if mail.has_own_id:
        return mail.message_id[:LONGEST_LINE]
    return None if mail.has_own_id is None else ""


def _below(mail: Mail) -> str:
    return "\n\n".join(part.strip("\n") for part in (mail.signature, mail.quoted) if part.strip())


def content_of(mail: Mail) -> str:
    """The same for all copies of a mail, on whatever way they come; another where only the Message-ID is the same."""
    parts = [f"{it.name}/{len(it.content)}" for it in mail.attachments]
    who = mail.sender.address if mail.sender else ""
    return digest("\n".join([mail.message_id, who or "", mail.subject, mail.text, mail.quoted, *parts]))
