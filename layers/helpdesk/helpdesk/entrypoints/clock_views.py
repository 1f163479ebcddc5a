"""What the API gives of clocks: how they stand, and why a deadline is what it is."""

from datetime import datetime

from helpdesk.entrypoints.outputs import View


class Clock(View):
    """A promise. While it is paused there is no `due_at`; `remaining_seconds` is what is left of the target."""

    clock: str
    generation: int
    state: str
    breached: bool
    started_at: datetime
    due_at: datetime | None
    target_seconds: int
    remaining_seconds: int | None
    met_at: datetime | None
    calendar: str
    business: bool


class Line(View):
    """One stretch of a clock: counted, closed by the calendar, paused, or finished. `names` say by what."""

    start: datetime
    end: datetime | None
    kind: str
    names: list[str]
    counted_seconds: int


class ExplainedClock(Clock):
    """Why this deadline: what the lines count and what is left make the target, exactly."""

    lines: list[Line]
    left_seconds: int


class Clocks(View):
    items: list[ExplainedClock]
