"""The ticket's timer rang: do what is due now and say when it wakes next."""

from datetime import datetime
from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.foundation.edge.task import does
from helpdesk.foundation.kernel.vocabulary import TicketId


class Ring(msgspec.Struct, frozen=True):
    ticket_id: str
    wake_at: datetime | None = None


def ring(rung: Ring) -> dict[str, Any]:
    wake_at = ringing.ring(desk(), TicketId(rung.ticket_id), rung.wake_at)
    return {"ticket_id": rung.ticket_id, "wake_at": wake_at.isoformat() if wake_at else None}


handler = does(Ring, ring)
