"""Facts about clocks: what was due, and what is promised instead."""

from collections.abc import Iterable, Mapping
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


KEPT: Final = 8  # generations of a clock: its steps can come up in the last one alone


def after(fired: frozenset[str], _: Head, entry: Entry) -> frozenset[str]:
    match entry.event:
        case ClockWarned(step=step) | ClockBreached(step=step):
            return remembered(fired, step)
    return fired


def remembered(fired: frozenset[str], step: str) -> frozenset[str]:
    """With one more step that has had its effect, and without those of generations long gone."""
    clock, newest = _run(step)
    runs = ((key, *_run(key)) for key in fired)
    return frozenset(key for key, name, generation in runs if name != clock or generation > newest - KEPT) | {step}


def forgotten(fired: Iterable[str]) -> Mapping[str, int]:
    """By clock, the last generation whose steps are not remembered any more: each that had one has had its effect."""
    return {clock: generation - KEPT for clock, generation in sorted(map(_run, fired))}


def _run(step: str) -> tuple[str, int]:
    """The clock of a step, and which generation of it."""
    clock, _, generation = step.rpartition(":")[0].rpartition(":")
    return clock, int(generation) if generation.isdecimal() else 0
