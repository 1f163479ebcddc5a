"""What follows from a change, whoever made it: facts that are written down beside it."""

from helpdesk.capabilities.ladders.rules import ladder as ladders
from helpdesk.core.clocks.rules.ledger import Clock, Ledger
from helpdesk.core.record.clocks import ClockBreached
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket


def what_follows(before: Ticket | None, after: Ticket, ledger: Ledger) -> list[Fact]:
    ended = ladders.end(before) if before and after.phase.is_finished else []
    return [*(_breach(clock) for clock in _stopped_too_late(after, ledger).values()), *ended]


def _stopped_too_late(after: Ticket, ledger: Ledger) -> dict[str, Clock]:
    """Clocks stopped after their deadline and before a timer told of it, by the key of the breach.

    Reopened and solved again, a clock has stopped twice and was breached once.
    """
    return {
        clock.breach_key: clock
        for clock in ledger.clocks
        if not clock.is_live and clock.breached and clock.breach_key not in after.fired
    }


def _breach(clock: Clock) -> Fact:
    due_at = clock.breached_at.isoformat() if clock.breached_at else ""
    return Fact(event=ClockBreached(clock=clock.clock, step=clock.breach_key, due_at=due_at, stopped=True))
