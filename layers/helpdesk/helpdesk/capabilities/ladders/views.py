from datetime import datetime
from typing import Self

from helpdesk.core.page import Part, Seen
from helpdesk.core.record.ladders import Climb
from helpdesk.foundation.edge.outputs import View


class Ladder(View):
    """An escalation ladder that goes on, at `next_at` by its next step, until somebody answers for the ticket."""

    ladder: str
    steps_taken: int
    next_at: datetime


class OnTicket(Part, frozen=True, kw_only=True):
    ladders: list[Ladder]

    @classmethod
    def of(cls, seen: Seen) -> Self:
        return cls(ladders=[_ladder(climb) for climb in seen.ticket.climbs])


def _ladder(climb: Climb) -> Ladder:
    return Ladder(ladder=climb.ladder.partition("@")[0], steps_taken=climb.taken, next_at=climb.next_at)
