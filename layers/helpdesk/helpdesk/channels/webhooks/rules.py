"""When a system that did not take a message is called again: less and less often, for a day."""

from datetime import datetime, timedelta
from typing import Final

from helpdesk.foundation.kernel.errors import InsideError


class WebhookError(InsideError):
    """Another system could not be called, did not take the call, or must not be called."""

    code = "webhook_failed"


TRIED_FOR: Final = timedelta(days=1)

SHORTEST: Final = timedelta(minutes=1)

LONGEST: Final = timedelta(hours=4)


def next_try(since: datetime, now: datetime) -> datetime | None:
    """After a wait as long as all before it together; the last when the day is over, then None."""
    end = since + TRIED_FOR
    wait = min(max(now - since, SHORTEST), LONGEST)
    return min(now + wait, end) if now < end else None
