"""A ticket wakes soon: start its timer at once, since the sweep might come too late."""

from datetime import datetime

from helpdesk.actions import timers
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def arm(fact: Fact) -> bool:
    wake_at = fact.metadata.wake_at
    return wake_at is not None and timers.arm(
        desk(), TicketId(fact.metadata.ticket_id), datetime.fromisoformat(wake_at)
    )


handler = consumes(arm)
