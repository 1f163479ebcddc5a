from datetime import datetime

from helpdesk.foundation.edge.outputs import View


class Upload(View):
    """Post a form to `url`: all of `fields` first, then the file as `file`."""

    id: str
    url: str
    fields: dict[str, str]


class Download(View):
    url: str
    expires_at: datetime
