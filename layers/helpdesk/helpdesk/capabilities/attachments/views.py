"""Where files go and where they come from."""

from datetime import datetime

from helpdesk.capabilities.attachments import ports
from helpdesk.capabilities.attachments.actions import LINK_LIFETIME
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.outputs import View


class Upload(View):
    """Post a form to `url`: all of `fields` first, then the file as `file`."""

    id: str
    url: str
    fields: dict[str, str]


class Download(View):
    url: str
    expires_at: datetime


def upload_view(upload: ports.Upload) -> Upload:
    return Upload(id=upload.id, url=upload.url, fields=upload.fields)


def download_view(desk: Desk, url: str) -> Download:
    return Download(url=url, expires_at=desk.clock.wall() + LINK_LIFETIME)
