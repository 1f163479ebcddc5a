"""Files of a ticket, by its signed link. Where to put new ones also who fills in the form must ask: see intake."""

from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.views import Download, download_view
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.routes.portal import guest
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Version, Which


def added_to(api: TicketApi) -> None:
    @api.get("/api/portal/ticket/attachments/<attachment_id>", responses=api.gives(Download))
    def download(attachment_id: Which, version: Version = None) -> Answer:
        desk, by, ticket_id = api.desk(), *guest(api)
        url = attachments.attachment_link(desk, by, ticket_id, attachment_id, version)
        return answer(download_view(desk, url))
