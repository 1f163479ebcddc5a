from typing import Annotated

from pydantic import StringConstraints

from helpdesk.core.tickets.requests import Uploads
from helpdesk.foundation.edge.inputs import LONGEST_TEXT, Html, Instant, Request, Token


class DraftWish(Request):
    """What is written, and `at` which instant: the newest stays. Pictures in `html` are uploads, as in messages."""

    body: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
    html: Html | None = None
    attachments: Uploads = ()
    since: Token | None = None
    at: Instant
