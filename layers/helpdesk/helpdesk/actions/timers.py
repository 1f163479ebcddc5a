"""Timers: arming them, sweeping for those that are due soon, and what a ring does."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final

from helpdesk.desk import Desk, Wish
from helpdesk.domain import ringing
from helpdesk.domain.decisions import Fact
from helpdesk.domain.errors import TooEarlyError
from helpdesk.domain.people import system
from helpdesk.domain.promises import HORIZON
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import TicketId

OVERDUE: Final = timedelta(minutes=2)  # real time; a timer that has not rung by then is started again


def arm(desk: Desk, ticket_id: TicketId, version: int, wake_at: datetime) -> bool:
    """Start the timer of the wake that this version set. The name makes a second start of it one with the first."""
    seconds = desk.clock.real_seconds_until(wake_at)
    name = f"{ticket_id}-{version}-{wake_at:%Y%m%dT%H%M%S%f}"
    if seconds < -OVERDUE.total_seconds():
        # The timer of this name ran and failed, or is lost. A name is taken for 90 days, so take another every minute.
        name += f"-{desk.clock.wall():%Y%m%dT%H%M}"
    return desk.timers.start(ticket_id, wake_at, name, max(0, ceil(seconds)))


def sweep(desk: Desk, shard: int) -> int:
    """Arm every ticket of a shard that wakes within the horizon, overdue ones included; how many were started."""
    cards = desk.tickets.waking(shard, desk.clock.now() + HORIZON * desk.clock.rate)
    return sum(arm(desk, card.id, card.armed, card.wake_at) for card in cards if card.wake_at)


def ring(desk: Desk, ticket_id: TicketId, wake_at: datetime | None = None) -> datetime | None:
    """Do what is due on a ticket now; when it wakes next. Ringing twice or late does nothing twice.

    Raises TooEarlyError when the wake it rings for is still ahead on this worker's clock: the caller tries again.
    """

    def decide(ticket: Ticket) -> list[Fact]:
        return ringing.ring(ticket, desk.settings.sla(), desk.settings.desk(), desk.clock.now())

    ticket = desk.change(Wish(ticket_id=ticket_id, by=system("timer"), decide=decide)).ticket
    next_wake = ticket.promise.wake_at
    if next_wake is not None and next_wake == wake_at and next_wake > desk.clock.now():
        raise TooEarlyError(f"{ticket_id} wakes at {next_wake.isoformat()}.")
    return next_wake
