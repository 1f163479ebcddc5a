"""What waits for somebody's one mail a day, and when that is due."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.locales import is_zone
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

MOST: Final = 300
"""Of more the first are named."""

MOST_TICKETS: Final = 100

KEPT: Final = timedelta(days=7)


class Noted(Struct, frozen=True, kw_only=True):
    """Something of a ticket that concerned somebody. No word of the ticket is kept: it is read when it is mailed."""

    ticket: TicketId
    entry: str
    concern: Concern
    at: datetime


class Due(Struct, frozen=True, kw_only=True):
    person: PersonId
    at: datetime


def due_after(at: datetime, time_of_day: str, timezone: str) -> datetime:
    """The next time that somebody's clock shows this. A time that a day leaves out is the one that follows there."""
    zone = ZoneInfo(timezone if is_zone(timezone) else "UTC")
    today = at.astimezone(zone).date()
    wanted = time.fromisoformat(time_of_day)
    days = (datetime.combine(today + timedelta(days=number), wanted, zone).astimezone(UTC) for number in range(3))
    return next(day for day in days if day > at)
