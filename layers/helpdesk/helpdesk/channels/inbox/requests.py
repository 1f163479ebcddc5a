from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path

from helpdesk.channels.inbox.rules import Place
from helpdesk.foundation.edge.inputs import Instant, Request

WhichTicket = Annotated[str, Path(max_length=64)]


class InboxMove(Request):
    """Where a ticket goes: away until something else comes (`done`), away `until` an instant (`later`), or back to
    where it was (`open`).
    """

    place: Place
    until: Instant | None = None
