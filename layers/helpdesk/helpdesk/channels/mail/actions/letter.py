"""A mail in its circumstances, and what is written of it with the ticket where it stands."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.channels.intake.ports import Prepared
from helpdesk.channels.mail.ports import TakenIn
from helpdesk.channels.mail.rules import register
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.inviting import invited
from helpdesk.channels.mail.rules.mail import Address, Mail
from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.channels.mail.rules.placing import Place
from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken
from helpdesk.channels.mail.rules.saying import Words, words
from helpdesk.channels.mail.rules.screening import FAIL, written_by
from helpdesk.channels.notices.rules.threads import MailClaim, MailThread
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Along
from helpdesk.core.tickets.rules.change import Change
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.foundation.desk import Desk


class Letter(Struct, frozen=True, kw_only=True):
    """A mail in its circumstances."""

    arrival: Arrival
    mail: Mail
    before: Taken | None
    mailbox: Mailbox
    ours: Sequence[Mailbox]

    @property
    def content(self) -> str:
        return register.content_of(self.mail)

    @property
    def sender(self) -> Address:
        return written_by(self.arrival, self.mail)

    @property
    def is_doubted(self) -> bool | None:
        """As in TicketCreated. Of a domain that asks nothing it is taken in all the same; others are released."""
        return True if self.arrival.verdicts.get("dmarc") == FAIL else None

    @property
    def cc(self) -> tuple[Invited, ...]:
        return invited(self.mail, self.arrival, self.ours)

    def taken(self, outcome: Outcome, reason: Reason | None = None) -> Taken:
        made = register.taken(self.arrival, self.mail, outcome, reason)
        return replace(made, revision=self.before.revision + 1) if self.before else made


class Known(Struct, frozen=True, kw_only=True):
    """What is known of a mail's sender, and of what it answers."""

    who: Prepared
    place: Place
    ticket: Ticket | None
    is_claimed: bool
    """Another mail has its Message-ID."""
    answers: bool
    """It answers something of ours, be it somebody else's."""
    as_staff: bool


def said(desk: Desk, mail: Mail, arrival: Arrival, language: str) -> Words:
    """Its words, with its files where those of a form lie before a ticket names them."""
    found = words(mail, arrival, language)
    for file in found.files:
        desk.attachments.bring(file.attachment.id, file.content)
    return found


def beside(letter: Letter, *, is_claimed: bool, side: str | None = None) -> Along:
    return partial(_written_with, letter, is_claimed, side)


def _written_with(letter: Letter, is_claimed: bool, side: str | None, change: Change) -> Sequence[object]:  # noqa: FBT001
    """What is written with the ticket: what became of the mail, and that it is claimed."""
    ticket = change.after.id
    entry = next(entry.id for entry in change.entries if getattr(entry.event, "mail", None) == letter.arrival.id)
    taken_in = TakenIn(
        taken=replace(letter.taken(Outcome.MESSAGE), ticket=ticket, entry=entry),
        before=letter.before,
        content=letter.content,
    )
    claim = MailClaim(message_id=letter.mail.message_id, thread=MailThread(ticket=ticket, side=side, entry=entry))
    return [taken_in] if is_claimed else [taken_in, claim]
