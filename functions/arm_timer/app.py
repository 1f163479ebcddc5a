"""A ticket wakes soon: start its timer at once, since the sweep might come too late."""

from datetime import datetime

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.timers.actions import arming as timers
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.vocabulary import TicketId


def arm(fact: Delivery) -> bool:
    meta = fact.metadata
    if meta.wake_at is None:
        return False
    return timers.arm(desk(), TicketId(meta.ticket_id), meta.ticket_version, datetime.fromisoformat(meta.wake_at))


handler = consumes(arm)
