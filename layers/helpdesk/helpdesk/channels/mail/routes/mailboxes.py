"""Mailboxes, as part of the settings API."""

from helpdesk.channels.mail.actions import mailboxes
from helpdesk.channels.mail.requests import MailboxesWanted
from helpdesk.channels.mail.views.mailboxes import Mailboxes, mailboxes_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match


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
