"""What the clocks of a ticket promise, as one change left it."""

from datetime import datetime

from msgspec import UNSET, Struct, UnsetType


class Promise(Struct, frozen=True, kw_only=True):
    """The clocks as the last change left them: what lists order by and what wakes the ticket."""

    next_deadline: datetime | None = None
    next_clock: str | None = None
    wake_at: datetime | None = None
    """The next instant at which anything is due; None when nothing is."""
    armed: int = 0
    """The version that set `wake_at`: with it a wake has one timer, and one that is set again after it rang another."""
    waiting: bool = False
    """The clock is paused."""
    breached: tuple[str, ...] = ()
    near_at: datetime | UnsetType = UNSET
    """From when no more than a quarter of what the next deadline's clock may use up is left. Unset, and not stored,
    without a deadline, and in what was written before there was this field."""
    paused_since: datetime | UnsetType = UNSET
    """Set while no clock runs and one is paused."""
    answer_by: datetime | UnsetType = UNSET
    """When its requester hears from us at the latest; it is not written while nothing is for us to say."""
