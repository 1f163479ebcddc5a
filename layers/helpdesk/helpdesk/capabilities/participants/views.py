"""What the API gives of participants."""

from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.page import Part, Seen
from helpdesk.core.record.participants import Came
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View


class Participant(View):
    """Somebody who takes part beside the requester; how they came to it, and since when."""

    id: str
    name: str
    email: str
    came: Came
    at: datetime


class OnTicket(Struct, frozen=True, kw_only=True):
    participants: list[Participant]


def _on_ticket(seen: Seen) -> OnTicket:
    return OnTicket(
        participants=[
            Participant(id=each.person, name=each.name, email=each.email, came=each.came, at=each.at)
            for each in seen.ticket.participants
        ]
    )


PART: Final = Part(fields=OnTicket, of=_on_ticket)


class ForRequester(Struct, frozen=True, kw_only=True):
    participants: list[PersonRef]
    reader: str
    """Who it is shown to, by their id: its requester, or one of those who take part."""


def _for_requester(seen: Seen) -> ForRequester:
    people = [PersonRef(id=each.person, name=each.name) for each in seen.ticket.participants]
    return ForRequester(participants=people, reader=seen.by.id)


FOR_REQUESTERS: Final = Part(fields=ForRequester, of=_for_requester)
