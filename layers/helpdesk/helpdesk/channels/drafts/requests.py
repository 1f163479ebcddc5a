from typing import Annotated

from pydantic import StringConstraints

from helpdesk.core.tickets.requests import Uploads
from helpdesk.foundation.edge.inputs import LONGEST_LINE, Html, Instant, Request, Token
from helpdesk.foundation.kernel.text import LONGEST_TEXT

Typed = Annotated[str, StringConstraints(max_length=4000)]


class DraftWish(Request):
    """What is written, and `at` which instant: the newest stays. Pictures in `html` are uploads, as in messages.
    `subject`, `to` and `cc` are as they are typed, of a letter to people outside.
    """

    body: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
    html: Html | None = None
    attachments: Uploads = ()
    since: Token | None = None
    at: Instant
    subject: Annotated[str, StringConstraints(max_length=LONGEST_LINE)] = ""
    to: Typed = ""
    cc: Typed = ""
