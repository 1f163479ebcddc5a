from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.page import Part, Seen
from helpdesk.core.record.ladders import Climb
from helpdesk.foundation.edge.outputs import View


class Ladder(View):
    """An escalation ladder that goes on, at `next_at` by its next step, until somebody answers for the ticket."""

    ladder: str
    steps_taken: int
    next_at: datetime


class OnTicket(Struct, frozen=True, kw_only=True):
    ladders: list[Ladder]


def _on_ticket(seen: Seen) -> OnTicket:
    return OnTicket(ladders=[_ladder(climb) for climb in seen.ticket.climbs])


PART: Final = Part(fields=OnTicket, of=_on_ticket)


def _ladder(climb: Climb) -> Ladder:
    return Ladder(ladder=climb.ladder.partition("@")[0], steps_taken=climb.taken, next_at=climb.next_at)
