"""What figures know of a ticket: one row, made of its entries and its clocks alone. It names people by id."""

from datetime import datetime

from msgspec import Struct


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a promise: a run of a clock that was met in time, or passed its deadline."""

    clock: str
    kept: bool
    at: datetime
    """When it was met, or when its deadline passed."""


class Lasted(Struct, frozen=True, kw_only=True):
    """Whole seconds: in the open hours of its policy's calendar, where it has one, and by the clock on the wall."""

    calendar: int
    business: int | None = None


class Answered(Struct, frozen=True, kw_only=True):
    """How long somebody waited for an answer, and when it came."""

    at: datetime
    calendar: int
    business: int | None = None


class Row(Struct, frozen=True, kw_only=True):
    """What each field counts is said in `sentences`."""

    id: str
    version: int
    """Of two rows of one ticket the higher is the later one."""
    made_at: datetime
    """When it was made: of one version, too, the later row holds."""
    kind: str
    channel: str
    priority: str
    category: str | None
    organization: str | None
    policy: str | None
    state: str
    phase: str
    level: str
    team: str
    handled_by: str | None
    created_at: datetime
    solved_at: datetime | None
    closed_at: datetime | None
    opened: tuple[datetime, ...]
    finished: tuple[datetime, ...]
    cancelled: bool
    reopened: int
    answers: int
    first_response: Answered | None
    next_responses: tuple[Answered, ...]
    resolution: Lasted | None
    waited: Lasted
    at_l1: Lasted
    at_l2: Lasted
    at_l3: Lasted
    reassigned: int
    escalations: int
    escalated_by_clock: int
    needless: int
    corrected: int
    promises: tuple[Outcome, ...]
    one_touch: bool
    rating: int | None
    rated_at: datetime | None
