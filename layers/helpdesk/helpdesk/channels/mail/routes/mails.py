"""The register of mails that came in."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.capabilities.attachments.views import Download, download_view
from helpdesk.channels.mail.actions import register
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.mail.views.mails import HeldMails, Mail, MailList, mail_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import PageSize, Which


def added_to(api: Api) -> None:
    @api.get("/api/mails", responses=gives(MailList))
    def list_mails(
        outcome: Annotated[Outcome | None, Query()] = None, cursor: Cursor | None = None, limit: PageSize = 25
    ) -> Answer:
        desk, by = api.desk(), caller(api)
        pages = cursors.pages(desk, by, f"mails {outcome}")
        page = register.listed(desk, by, outcome, pages.position(cursor), limit)
        return answer(MailList(items=[mail_view(each) for each in page.items], cursor=pages.cursor(page.cursor)))

    @api.get("/api/mails/<mail_id>", responses=gives(Mail))
    def read_mail(mail_id: Which) -> Answer:
        return answer(mail_view(register.one(api.desk(), caller(api), mail_id)))

    @api.get("/api/mails/<mail_id>/raw", responses=gives(Download))
    def download_mail(mail_id: Which) -> Answer:
        """Where the mail can be downloaded as it came, for some minutes."""
        desk = api.desk()
        return answer(download_view(desk, register.raw_link(desk, caller(api), mail_id)))

    @api.get("/api/held-mails", responses=gives(HeldMails))
    def count_held_mails() -> Answer:
        found = register.held(api.desk(), caller(api))
        return answer(HeldMails(count=min(found, register.MOST_COUNTED), more=found > register.MOST_COUNTED))

    _again(api)


def _again(api: Api) -> None:
    @api.post("/api/mails/<mail_id>/replays", responses=gives(Mail, 202))
    def replay_mail(mail_id: Which) -> Answer:
        """Have it judged anew, by the settings that hold now."""
        return answer(mail_view(register.again(api.desk(), caller(api), mail_id, Again.REPLAY)), status=202)

    @api.post("/api/mails/<mail_id>/releases", responses=gives(Mail, 202))
    def release_mail(mail_id: Which) -> Answer:
        """Have a ticket made of it, whatever is wrong with it."""
        return answer(mail_view(register.again(api.desk(), caller(api), mail_id, Again.RELEASE)), status=202)
