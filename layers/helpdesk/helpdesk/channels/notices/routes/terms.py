"""What a company sets about the mail it sends, as part of the settings API."""

from helpdesk.channels.notices.actions import terms
from helpdesk.channels.notices.requests import MailPlan
from helpdesk.channels.notices.settings import MAIL
from helpdesk.channels.notices.views.terms import MailSettings
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.outputs import shown_as
from helpdesk.foundation.settings.edition import Edition


def added_to(api: Api) -> None:
    @api.get("/api/settings/mail", responses=gives(MailSettings))
    def read_mail_settings() -> Answer:
        return _answer(terms.read(api.desk(), caller(api)))

    @api.put("/api/settings/mail", responses=gives(MailSettings))
    def save_mail_settings(wanted: MailPlan) -> Answer:
        return _answer(terms.save(api.desk(), caller(api), wanted.meant(), if_match(api)))


def _answer(found: Edition) -> Answer:
    return answer(shown_as(MailSettings, found.of(MAIL), revision=found.revision), found.revision)
