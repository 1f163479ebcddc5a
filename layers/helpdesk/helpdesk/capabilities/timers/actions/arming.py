"""Timers: arming them, sweeping for those that are due soon, and what a ring does."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final

from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.vocabulary import TicketId

OVERDUE: Final = timedelta(minutes=2)  # real time; a timer that has not rung by then is started again


def arm(desk: Desk, ticket_id: TicketId, version: int, wake_at: datetime) -> bool:
    """Start the timer of the wake that this version set. The name makes a second start of it one with the first."""
    seconds = desk.clock.real_seconds_until(wake_at)
    name = f"{ticket_id}-{version}-{wake_at:%Y%m%dT%H%M%S%f}"
    if seconds < -OVERDUE.total_seconds():
        # The timer of this name ran and failed, or is lost. A name is taken for 90 days, so take another every minute.
        name += f"-{desk.clock.wall():%Y%m%dT%H%M}"
    return desk.timers.executions.start(ticket_id, wake_at, name, max(0, ceil(seconds)))


def sweep(desk: Desk, shard: int) -> int:
    """Arm every ticket of a shard that wakes within the horizon, overdue ones included; how many were started."""
    cards = desk.tickets.waking(shard, desk.clock.now() + HORIZON * desk.clock.rate)
    waking = ((card.id, card.armed, card.wake_at) for card in cards if card.wake_at)
    return sum(each(waking, lambda timer: arm(desk, *timer)))
