"""What the API gives of clocks: how they stand, and why a deadline is what it is."""

from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from helpdesk.core.calendars.rules.mornings import mornings
from helpdesk.core.clocks.rules import explanation, ledger
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.page import Part, Seen
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.edge.outputs import View


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


class Mornings(View):
    """When working days begin by the promise's calendar: the next, the third, and the first of next week."""

    zone: str
    next: datetime | None
    third: datetime | None
    next_week: datetime | None


class OnTicket(Struct, frozen=True, kw_only=True):
    next_deadline: datetime | None
    clocks: list[Clock]
    mornings: Mornings | None


def _on_ticket(seen: Seen) -> OnTicket:
    ticket, now, book = seen.ticket, seen.desk.clock.now(), book_of(seen.desk.settings)
    calendar = book.calendar_of(ticket.policy)
    return OnTicket(
        next_deadline=ticket.promise.next_deadline,
        clocks=[clock_view(clock) for clock in ledger_of(ticket, book, now).clocks],
        mornings=Mornings(**asdict(mornings(calendar, now))) if calendar else None,
    )


PART: Final = Part(fields=OnTicket, of=_on_ticket)


def clock_view(clock: ledger.Clock) -> Clock:
    return Clock(
        clock=clock.clock,
        generation=clock.generation,
        state=clock.state,
        breached=clock.breached,
        started_at=clock.started_at,
        due_at=clock.due_at,
        target_seconds=int(clock.target.total_seconds()),
        remaining_seconds=int(clock.remaining.total_seconds()) if clock.is_live else None,
        met_at=clock.met_at,
        calendar=clock.calendar,
        business=clock.business,
    )


def explained(ticket: Ticket, book: Book, now: datetime) -> Clocks:
    return Clocks(items=[_explained(clock) for clock in ledger_of(ticket, book, now).clocks])


def _explained(clock: ledger.Clock) -> ExplainedClock:
    explained = explanation.explain(clock)
    lines = [
        Line(
            start=line.start,
            end=line.end,
            kind=line.kind,
            names=list(line.names),
            counted_seconds=int(line.counted.total_seconds()),
        )
        for line in explained.lines
    ]
    left = int(explained.left.total_seconds())
    return ExplainedClock(**clock_view(clock).model_dump(), lines=lines, left_seconds=left)
