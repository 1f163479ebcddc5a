"""Publication: entries written become facts on the bus."""

from collections.abc import Sequence

from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.channels.publishing.rules import envelope
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import tried


def publish(desk: Desk, entries: Sequence[Entry]) -> Sequence[int]:
    """Put entries on the bus in order; the positions of those that cannot be told of, or that the bus refused."""
    made, failed = tried(enumerate(entries), lambda at: (at[0], envelope(at[1], arm=_wakes_soon(desk, at[1]))))
    refused = desk.publishing.bus.publish([told for _, told in made])
    return sorted([*(made[position][0] for position in refused), *(position for (position, _), _ in failed)])


def _wakes_soon(desk: Desk, entry: Entry) -> bool:
    """Whether it set a wake that the sweep may find too late. A wake that stays had its timer from who set it."""
    promise = entry.promise
    if promise is None or promise.wake_at is None or promise.armed != entry.version:
        return False
    return desk.clock.real_seconds_until(promise.wake_at) <= HORIZON.total_seconds()
