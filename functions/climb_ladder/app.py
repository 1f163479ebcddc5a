"""Take the step of a ladder that is due, and say how long to wait for somebody's answer before the next."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.foundation.edge.task import does
from helpdesk.foundation.kernel.vocabulary import TicketId


class Climb(msgspec.Struct, frozen=True):
    ticket_id: str
    climb: str


def climb(wanted: Climb) -> dict[str, Any]:
    rest = escalation.climb(desk(), TicketId(wanted.ticket_id), wanted.climb)
    return {**msgspec.structs.asdict(wanted), "over": rest.over, "wait_seconds": rest.wait_seconds}


handler = does(Climb, climb)
