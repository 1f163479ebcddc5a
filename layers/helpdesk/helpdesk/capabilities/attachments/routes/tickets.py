"""Files of tickets, for people who are signed in."""

from helpdesk.capabilities.attachments import actions as attachments
from helpdesk.capabilities.attachments.requests import UploadRequest
from helpdesk.capabilities.attachments.views import Download, Upload, download_view, upload_view
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Version, Which


def added_to(api: TicketApi) -> None:
    @api.get("/api/tickets/<ticket_id>/attachments/<attachment_id>", responses=api.gives(Download))
    def download(ticket_id: Which, attachment_id: Which, version: Version = None) -> Answer:
        desk = api.desk()
        url = attachments.attachment_link(desk, caller(api), access.named(ticket_id), attachment_id, version)
        return answer(download_view(desk, url))

    @api.post("/api/uploads", responses=api.gives(Upload, 201))
    def offer_upload(wanted: UploadRequest) -> Answer:
        by = caller(api)
        return answer(upload_view(attachments.offer(api.desk(), by.id, wanted.size, begun=by.is_staff)), status=201)
