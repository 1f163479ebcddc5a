"""What brings a ticket back by itself, beside its clocks."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import Phase


class Returns(StrEnum):
    UNTIL = "until"  # the date somebody set when they made it wait
    CLOSE = "close"  # nobody came back after it was solved


class Reminder(Struct, frozen=True, kw_only=True):
    why: Returns
    at: datetime


def reminders(ticket: Ticket, close_solved_after: timedelta) -> list[Reminder]:
    """What is to come for a ticket as it stands; a change of state takes each of them away."""
    if ticket.phase is Phase.SOLVED:
        return [Reminder(why=Returns.CLOSE, at=ticket.state_since + close_solved_after)]
    return [Reminder(why=Returns.UNTIL, at=ticket.until)] if ticket.until else []
