"""What the clocks of a ticket say now, and how much of it is shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from msgspec import Struct

from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.ledger import Clock, ClockState, Ledger
from helpdesk.core.record.ticket import Ticket


def ledger_of(ticket: Ticket, book: Book, now: datetime) -> Ledger:
    return ledger.ledger(ticket.tape, book.policies, book.calendars, now)


SHOWN_OF_EACH: Final = 10

SHOWN: Final = 100


class Ended(Struct, frozen=True, kw_only=True):
    """The runs of one clock that are over: how many kept and missed what was promised, and how many are not shown."""

    clock: str
    kept: int
    missed: int
    older: int


class Recent(Struct, frozen=True, kw_only=True):
    """The clocks that live, those that ended last, and what is to be said of all that ended."""

    clocks: Sequence[Clock]
    ended: Sequence[Ended]


def recent(found: Ledger) -> Recent:
    over = [clock for clock in found.clocks if not clock.is_live]
    shown = list(islice(_newest_of_each(over), SHOWN))[::-1]
    return Recent(clocks=[*shown, *found.live], ended=_counted(found, over, shown))


def before(found: Ledger, clock: str, generation: int) -> Recent:
    """The runs of a clock that ended before one of its generations."""
    over = [each for each in found.clocks if not each.is_live and each.clock == clock and each.generation < generation]
    shown = over[-SHOWN_OF_EACH:]
    return Recent(clocks=shown, ended=_counted(found, over, shown))


def _newest_of_each(over: Sequence[Clock]) -> Iterable[Clock]:
    seen: Counter[str] = Counter()
    for clock in reversed(over):
        seen[clock.clock] += 1
        if seen[clock.clock] <= SHOWN_OF_EACH:
            yield clock


def _counted(found: Ledger, over: Iterable[Clock], shown: Iterable[Clock]) -> Sequence[Ended]:
    """Of the clocks that are shown: there are no more of them than those. Those of a cancelled ticket kept nothing and
    missed nothing.
    """
    in_all: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for clock in over:
        in_all[clock.clock] += 1
        kept[clock.clock] += not found.cancelled and clock.state is ClockState.MET and not clock.breached
        missed[clock.clock] += not found.cancelled and clock.breached
    return [
        Ended(clock=name, kept=kept[name], missed=missed[name], older=in_all[name] - count)
        for name, count in sorted(Counter(clock.clock for clock in shown).items())
    ]
