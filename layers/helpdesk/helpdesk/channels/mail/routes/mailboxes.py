"""Mailboxes, as part of the settings API."""

from helpdesk.channels.mail.actions import mailboxes
from helpdesk.channels.mail.requests import MailboxesWanted
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.channels.mail.views.mailboxes import (
    Mailboxes,
    MailboxesThen,
    MailboxVersions,
    mailboxes_view,
    then_view,
    version_view,
)
from helpdesk.core.directory import actions as directory
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import Revision


def added_to(api: Api) -> None:
    @api.get("/api/settings/mailboxes", responses=gives(Mailboxes))
    def read_mailboxes() -> Answer:
        found = mailboxes.read(api.desk(), caller(api))
        return answer(mailboxes_view(found), found.revision)

    @api.put("/api/settings/mailboxes", responses=gives(Mailboxes))
    def save_mailboxes(wanted: MailboxesWanted) -> Answer:
        meant = [each.meant() for each in wanted.mailboxes]
        found = mailboxes.save(api.desk(), caller(api), meant, if_match(api))
        return answer(mailboxes_view(found), found.revision)

    @api.get("/api/settings/mailboxes/versions", responses=gives(MailboxVersions))
    def read_mailbox_versions() -> Answer:
        found, names = directory.saves(api.desk(), caller(api), MAILBOXES.bundle)
        return answer(MailboxVersions(items=[version_view(saved, names) for saved in found]))

    @api.get("/api/settings/mailboxes/versions/<revision>", responses=gives(MailboxesThen))
    def read_mailbox_version(revision: Revision) -> Answer:
        return answer(then_view(directory.saved(api.desk(), caller(api), MAILBOXES.bundle, revision)))
