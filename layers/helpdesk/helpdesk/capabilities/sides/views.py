"""What the API gives of sides: to staff alone."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.page import Part, Seen
from helpdesk.foundation.edge.outputs import View


class SideConversation(View):
    """A conversation with people outside. Its messages are the entries of the timeline that name it as their `side`;
    `messages` counts them. `answer` is the last of these where somebody outside wrote it. From `returned` addresses
    mail came back. `vendor` is who is waited for by it.
    """

    id: str
    subject: str
    to: list[str]
    cc: list[str]
    open: bool
    messages: int
    began_at: datetime
    at: datetime
    answer: str | None
    vendor: str | None
    returned: list[str]


class OnTicket(Struct, frozen=True, kw_only=True):
    sides: list[SideConversation]


def _on_ticket(seen: Seen) -> OnTicket:
    return OnTicket(
        sides=[
            SideConversation(
                id=side.id,
                subject=side.subject,
                to=list(side.to),
                cc=list(side.cc),
                open=side.open,
                messages=side.messages,
                began_at=side.began_at,
                at=side.at,
                answer=side.answer,
                vendor=side.vendor,
                returned=list(side.returned),
            )
            for side in seen.ticket.sides
        ]
    )


PART: Final = Part(fields=OnTicket, of=_on_ticket)
