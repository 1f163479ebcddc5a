"""When a chat can be begun."""

from datetime import datetime, timedelta

from msgspec import Struct

from helpdesk.channels.chat.settings import ChatTerms
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import after_working_time, is_open
from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.settings.versions import Versions


class ChatClosedError(RefusedError):
    """Nobody is there to answer now."""

    code = "chat_closed"


class Hours(Struct, frozen=True, kw_only=True):
    """Whether a chat can be begun; when not, from when on, if ever."""

    open: bool
    opens_at: datetime | None = None


def hours(terms: ChatTerms, calendars: Versions[Calendar], now: datetime) -> Hours:
    """Without its calendar nobody knows when somebody is there: then there is the form."""
    ref = calendars.named(terms.chat_calendar) if terms.chat else None
    if ref is None:
        return Hours(open=False)
    calendar = calendars[ref]
    if is_open(calendar, now):
        return Hours(open=True)
    return Hours(open=False, opens_at=after_working_time(calendar, now, timedelta(0)))
