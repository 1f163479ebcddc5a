"""What readers say of an article: that it helped, or why it did not. It is counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Missing(StrEnum):
    """Why it did not help."""

    OTHER_QUESTION = "other_question"
    UNCLEAR = "unclear"
    OUTDATED = "outdated"
    DID_NOT_WORK = "did_not_work"


class Asking(StrEnum):
    """What became of a request that somebody was writing when they read it."""

    DEFLECTED = "deflected"
    """It answered; nothing was sent."""
    AFTER_ALL = "after_all"
    """It had answered, but within a day they asked."""


class Feedback(Struct, frozen=True, kw_only=True):
    """How often what was said. Who says that it did not help, need not say why."""

    helped: int = 0
    did_not: int = 0
    missing: Mapping[Missing, int] = {}
    deflected: int = 0
    """Requests that were not sent, and were not within a day after all."""


class Said(Struct, frozen=True, kw_only=True):
    """What one reader says of it."""

    helped: bool
    missing: Missing | None = None
    asking: Asking | None = None


def counters(said: Said) -> tuple[str, ...]:
    """What one more is counted in. Who asks after all says no more than that: it may be about something else."""
    if said.asking is Asking.AFTER_ALL:
        return (said.asking,)
    if said.helped:
        return ("helped", *([said.asking] if said.asking else []))
    return ("did_not", *([said.missing] if said.missing else []))


def feedback_of(counts: Mapping[str, int]) -> Feedback:
    missing = {each: counts[each] for each in Missing if counts.get(each)}
    return Feedback(
        helped=counts.get("helped", 0),
        did_not=counts.get("did_not", 0),
        missing=missing,
        deflected=deflected_of(counts),
    )


def deflected_of(counts: Mapping[str, int]) -> int:
    return max(counts.get(Asking.DEFLECTED, 0) - counts.get(Asking.AFTER_ALL, 0), 0)
