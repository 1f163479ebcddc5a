"""What figures know of a ticket: one row, made of its entries and its clocks alone. It names people by id."""

from datetime import datetime

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.cost import Cost


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
    """Where a ticket stands, and what its life came to so far. What still lasts is counted up to `changed_at`."""

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
    """Whichever of its versions."""
    state: str
    phase: str
    level: str
    team: str
    handled_by: str | None
    """Who had it last."""
    created_at: datetime
    changed_at: datetime
    """Nothing that it says happened later."""
    solved_at: datetime | None
    """Since when it is solved; None while it is open, and when it was closed without having been solved."""
    closed_at: datetime | None
    opened: tuple[datetime, ...]
    """When it was opened, and each time it was opened again."""
    finished: tuple[datetime, ...]
    """Each time it was solved, or closed without that."""
    cancelled: bool
    """It was closed without having been solved."""
    reopened: int
    answers: int
    """By people, to the requester, while it was open."""
    first_response: Answered | None
    """From when it was opened until the first answer."""
    next_responses: tuple[Answered, ...]
    """From what was first asked since an answer, or being opened again, until the next answer."""
    resolution: Lasted | None
    """How long it was open until it was solved."""
    waited: Lasted
    """How long it was open and not waiting for its requester."""
    at_l1: Lasted
    """How long it was open at this level."""
    at_l2: Lasted
    at_l3: Lasted
    reassigned: int
    """How often it went from one person to another."""
    escalations: int
    escalated_by_clock: int
    """Of them those that a broken promise raised."""
    needless: int
    """Of them those that came back because the lower level could have answered."""
    corrected: int
    """How often a lead corrected where it had been routed."""
    promises: tuple[Outcome, ...]
    one_touch: bool
    """Solved with one answer at most, by one person, without escalation, and not opened again."""
    rating: int | None
    """Of the last time it was solved."""
    rated_at: datetime | None
    cost: Cost | None = None
    """By the prices that held when the row was made. Rows of older versions of the product have none."""
