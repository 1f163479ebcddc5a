"""What brings a ticket back by itself, beside its clocks."""

from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from helpdesk.capabilities.timers.settings import Closing
from helpdesk.core.calendars.rules.calendar import Calendar, CalendarError
from helpdesk.core.calendars.rules.hours import after_business_days
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import Phase


class Returns(StrEnum):
    UNTIL = "until"  # the date somebody set when they made it wait
    CLOSE = "close"  # nobody came back after it was solved


class Reminder(Struct, frozen=True, kw_only=True):
    why: Returns
    at: datetime


def reminders(ticket: Ticket, closing: Closing, calendar: Calendar | None) -> list[Reminder]:
    """What is to come for a ticket as it stands; a change of state takes each of them away. `calendar` is that of its
    promise.
    """
    if ticket.phase is Phase.SOLVED:
        return [Reminder(why=Returns.CLOSE, at=_closes_at(ticket.state_since, closing, calendar))]
    return [Reminder(why=Returns.UNTIL, at=ticket.until)] if ticket.until else []


def _closes_at(solved_at: datetime, closing: Closing, calendar: Calendar | None) -> datetime:
    if closing.business and calendar:
        with suppress(CalendarError):  # an office that does not open again holds no ticket
            return after_business_days(calendar, solved_at, closing.days)
    return solved_at + timedelta(days=closing.days)
