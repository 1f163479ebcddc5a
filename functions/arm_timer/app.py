"""A ticket wakes soon: start its timer at once, since the sweep might come too late."""

from datetime import datetime

from helpdesk.actions import timers
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def arm(fact: Fact) -> bool:
    meta = fact.metadata
    if meta.wake_at is None:
        return False
    return timers.arm(desk(), TicketId(meta.ticket_id), meta.ticket_version, datetime.fromisoformat(meta.wake_at))


handler = consumes(arm)
