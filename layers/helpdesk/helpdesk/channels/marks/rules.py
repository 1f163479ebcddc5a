from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import TicketId

KEPT: Final = timedelta(days=30)
"""What did not change for so long counts as read."""


class Mark(Struct, frozen=True, kw_only=True):
    """That somebody has seen what people did with a ticket up to a revision, and what stood in it at an instant."""

    ticket: TicketId
    revision: int
    at: datetime
