"""A mail as the desk understands it."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Address(Struct, frozen=True):
    """`address` is in the form in which addresses are compared; None where what is written is none."""

    address: str | None
    name: str = ""


class Attachment(Struct, frozen=True, kw_only=True):
    name: str
    """Safe to show and to keep a file under; made up when the mail gives none."""
    is_named: bool
    declared: str
    sniffed: str
    """The type that its bytes have; plain bytes when unknown or when a browser could run it."""
    content_id: str = ""
    inline: bool = False
    """Meant to be seen within the text: the page refers to it as `cid:` and its content id."""
    content: bytes


class Sign(StrEnum):
    """Why a mail is taken to be written by a machine."""

    AUTO_SUBMITTED = "auto_submitted"
    PRECEDENCE = "precedence"
    SUPPRESSED = "suppressed"
    LIST = "list"
    NULL_SENDER = "null_sender"
    REPORT = "report"
    RECEIPT = "receipt"
    DAEMON = "daemon"
    LOOP = "loop"
    VENDOR = "vendor"
    """A header that only some program for answering by itself writes."""
    VACATION_SUBJECT = "vacation_subject"
    """Only its subject says so, and anybody can write that."""


GUESSED: Final = frozenset({Sign.DAEMON, Sign.VACATION_SUBJECT})
"""Signs that are a name or a few words: who looked at the mail knows better."""


class Failure(Struct, frozen=True):
    """`address` as the report names it, in the form in which addresses are compared."""

    address: str
    permanent: bool
    status: str = ""
    reason: str = ""


class Bounce(Struct, frozen=True, kw_only=True):
    """A report that a mail did not arrive, or not yet. Anybody can write one: it counts for a mail of ours alone."""

    failures: tuple[Failure, ...] = ()
    original_id: str = ""
    """The Message-ID of the mail it is about, as far as the report has it."""

    @property
    def failed(self) -> tuple[str, ...]:
        """Where mail does not arrive for good."""
        return tuple(failure.address for failure in self.failures if failure.permanent)


class Verdicts(Struct, frozen=True, kw_only=True):
    """What our own receiver found, in its words (`pass`, `fail`, `none`, ...); empty where it says nothing.

    Read only from above X-SES-RECEIPT: below, anybody can write the same.
    """

    spf: str = ""
    dkim: str = ""
    dmarc: str = ""
    dmarc_policy: str = ""
    spam: str = ""
    virus: str = ""


class Forwarded(Struct, frozen=True, kw_only=True):
    """A mail within a mail that somebody passed on by hand."""

    sender: Address
    subject: str
    text: str
    comment: str = ""
    """What they wrote above it."""


class Command(Struct, frozen=True):
    """`#assign Anna` is `assign` with `Anna`."""

    name: str
    value: str = ""


class Invitation(Struct, frozen=True, kw_only=True):
    summary: str
    starts_at: str = ""
    """As the invitation has it: a day, or a time with its zone."""
    ends_at: str = ""
    organizer: str = ""
    location: str = ""
    method: str = ""

    @property
    def line(self) -> str:
        span = " - ".join(part for part in (self.starts_at, self.ends_at) if part)
        return ", ".join(part for part in (self.summary, span, self.location) if part)


class Sealed(StrEnum):
    """What only the reader's own program can open; its parts are kept as attachments."""

    SMIME = "smime"
    PGP = "pgp"


class Mail(Struct, frozen=True, kw_only=True):
    message_id: str
    """Without angle brackets; made from the bytes when the mail has none, so that the same mail has the same."""
    has_own_id: bool | None
    """None where it could not be read."""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: Address | None = None
    is_of_one: bool = True
    """It names no more than one writer. Of several, nobody says for whom the mail service's verdicts stand."""
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    """As the sender's clock had it: it may lie in the future."""
    text: str = ""
    """What a person reads of it: without what it answers and without the signature."""
    quoted: str = ""
    signature: str = ""
    html: str | None = None
    """Cleaned; the mail's own pictures as `cid:`, others only named in `data-src`. None when plain text says all."""
    attachments: tuple[Attachment, ...] = ()
    automatic: tuple[Sign, ...] = ()
    bounce: Bounce | None = None
    list_headers: dict[str, str] = {}
    loop: str = ""
    """What our own header against loops says."""
    verdicts: Verdicts = Verdicts()
    forwarded: Forwarded | None = None
    commands: tuple[Command, ...] = ()
    after_commands: str = ""
    """The text without the commands above it, for who may give them."""
    invitations: tuple[Invitation, ...] = ()
    sealed: Sealed | None = None

    @property
    def is_automatic(self) -> bool:
        return bool(self.automatic)

    @property
    def is_surely_automatic(self) -> bool:
        """By more than the words of its subject."""
        return any(sign is not Sign.VACATION_SUBJECT for sign in self.automatic)
