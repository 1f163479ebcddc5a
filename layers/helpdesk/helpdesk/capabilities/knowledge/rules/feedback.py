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


class Feedback(Struct, frozen=True, kw_only=True):
    """How often what was said. Who says that it did not help, need not say why."""

    helped: int = 0
    did_not: int = 0
    missing: Mapping[Missing, int] = {}


def counters(*, helped: bool, missing: Missing | None) -> tuple[str, ...]:
    """What one more is counted in."""
    if helped:
        return ("helped",)
    return ("did_not", *([missing] if missing else []))


def feedback_of(counts: Mapping[str, int]) -> Feedback:
    missing = {each: counts[each] for each in Missing if counts.get(each)}
    return Feedback(helped=counts.get("helped", 0), did_not=counts.get("did_not", 0), missing=missing)
