"""What the API gives of mailboxes."""

from datetime import datetime

from helpdesk.channels.mail.requests import MailboxWanted
from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.settings.edition import Edition


class Mailboxes(View):
    """`revision` is the ETag."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    mailboxes: list[MailboxWanted]


def mailboxes_view(edition: Edition) -> Mailboxes:
    found: tuple[Mailbox, ...] = edition.of(MAILBOXES)
    return Mailboxes(
        revision=edition.revision,
        saved_at=edition.saved_at,
        saved_by=edition.saved_by or None,
        mailboxes=[shown_as(MailboxWanted, each) for each in found],
    )
