"""Publication: entries written become facts on the bus."""

from collections.abc import Sequence

from helpdesk.desk import Desk
from helpdesk.domain.envelopes import envelope
from helpdesk.domain.promises import HORIZON
from helpdesk.domain.tickets import Entry


def publish(desk: Desk, entries: Sequence[Entry]) -> Sequence[int]:
    """Put entries on the bus in order; the positions of those the bus refused."""
    return desk.bus.publish([envelope(entry, arm=_is_near(desk, entry)) for entry in entries])


def _is_near(desk: Desk, entry: Entry) -> bool:
    wake_at = entry.promise.wake_at if entry.promise else None
    return wake_at is not None and desk.clock.real_seconds_until(wake_at) <= HORIZON.total_seconds()
