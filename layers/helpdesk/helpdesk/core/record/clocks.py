"""Facts about clocks: what was due, and what is promised instead."""

from typing import Final

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head


class ClockWarned(Event, frozen=True, kw_only=True):
    """`step` is the clock, its generation and the warning that was due, as in the head's `fired`."""

    clock: str
    step: str
    due_at: str


class ClockBreached(Event, frozen=True, kw_only=True):
    """The promise was broken: the clock ran to its target and nobody had done what it asks.

    `stopped`: what it asks was done after that and before any timer told of it.
    """

    clock: str
    step: str
    due_at: str
    stopped: bool = False


class ClocksRecomputed(Event, frozen=True, kw_only=True):
    """The promise moved although nothing happened to the ticket: other settings, or a timer with nothing to do.

    `policy` is the one that holds from now on, empty when none does; without it the policy stays.
    """

    policy: str | None = None


FACTS: Final = (ClockWarned, ClockBreached, ClocksRecomputed)


def after(fired: frozenset[str], _: Head, entry: Entry) -> frozenset[str]:
    match entry.event:
        case ClockWarned(step=step) | ClockBreached(step=step):
            return fired | {step}
    return fired
