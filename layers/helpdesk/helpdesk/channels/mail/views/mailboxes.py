"""What the API gives of mailboxes."""

from collections.abc import Mapping
from datetime import datetime

from helpdesk.channels.mail.requests import MailboxWanted
from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.core.directory.views import Version, version_fields
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.settings.edition import Edition, Saved


class Mailboxes(View):
    """`revision` is the ETag."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    mailboxes: list[MailboxWanted]


class MailboxVersion(Version):
    """A save, and how many mailboxes there were. `name` is that of who saved it."""

    mailboxes: int


class MailboxVersions(View):
    """The newest first."""

    items: list[MailboxVersion]


class MailboxesThen(View):
    """What was saved as this revision. Saved again it holds again."""

    revision: int
    mailboxes: list[MailboxWanted]


def mailboxes_view(edition: Edition) -> Mailboxes:
    return Mailboxes(
        revision=edition.revision,
        saved_at=edition.saved_at,
        saved_by=edition.saved_by or None,
        mailboxes=_shown(edition),
    )


def version_view(saved: Saved, names: Mapping[str, str]) -> MailboxVersion:
    return MailboxVersion(**version_fields(saved, names), mailboxes=len(saved.document.get("mailboxes", ())))


def then_view(edition: Edition) -> MailboxesThen:
    return MailboxesThen(revision=edition.revision, mailboxes=_shown(edition))


def _shown(edition: Edition) -> list[MailboxWanted]:
    found: tuple[Mailbox, ...] = edition.of(MAILBOXES)
    return [shown_as(MailboxWanted, each) for each in found]
