from datetime import datetime

from msgspec import Struct


class Promise(Struct, frozen=True, kw_only=True):
    """The clocks as the last change left them: what lists order by and what wakes the ticket.

    `wake_at` is the next instant at which anything is due; None when nothing is. `armed` is the version that set it:
    with it a wake has one timer, and a wake that is set again after it rang has another. `waiting`: the clock is
    paused.
    """

    next_deadline: datetime | None = None
    next_clock: str | None = None
    wake_at: datetime | None = None
    armed: int = 0
    waiting: bool = False
    breached: tuple[str, ...] = ()
