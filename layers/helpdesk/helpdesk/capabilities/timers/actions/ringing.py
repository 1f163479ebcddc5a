"""What a ring does."""

from datetime import datetime
from typing import Final

from helpdesk.capabilities.timers.rules import ring as rules
from helpdesk.capabilities.timers.rules.ring import TooEarlyError
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish, change, circumstances
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.vocabulary import TicketId

TIMER: Final = system("timer")


def ring(desk: Desk, ticket_id: TicketId, wake_at: datetime | None = None) -> datetime | None:
    """Do what is due on a ticket now; when it wakes next. Ringing twice or late does nothing twice.

    Raises TooEarlyError when the wake it rings for is still ahead on this worker's clock: the caller tries again.
    """

    def decide(ticket: Ticket) -> list[Fact]:
        return rules.ring(circumstances(desk, TIMER).moment(ticket, ticket), desk.hooks())

    ticket = change(desk, Wish(ticket_id=ticket_id, by=TIMER), decide).ticket
    next_wake = ticket.promise.wake_at
    if next_wake is not None and next_wake == wake_at and next_wake > desk.clock.now():
        raise TooEarlyError(f"{ticket_id} wakes at {next_wake.isoformat()}.")
    return next_wake
