"""What time brings by itself: the steps of clocks, and a ticket that comes back."""

from datetime import datetime
from typing import Final

from helpdesk.capabilities.timers.rules.returns import Reminder, Returns, reminders
from helpdesk.capabilities.timers.settings import CLOSE_SOLVED_AFTER
from helpdesk.core.clocks.rules.ledger import Clock, Ledger, Step
from helpdesk.core.clocks.rules.steps import due_steps, next_wake
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.hooks import Hooks, Moment, Notice, Told, to_owner
from helpdesk.core.tickets.rules.moving import transition
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.settings import TERMS


def _told_late(moment: Moment) -> list[Fact]:
    return [_breach_of(clock) for clock in _stopped_too_late(moment.ticket, moment.ledger).values()]


def _stopped_too_late(after: Ticket, ledger: Ledger) -> dict[str, Clock]:
    """Clocks stopped after their deadline and before a timer told of it, by the key of the breach.

    Reopened and solved again, a clock has stopped twice and was breached once.
    """
    return {
        clock.breach_key: clock
        for clock in ledger.clocks
        if not clock.is_live and clock.breached and clock.breach_key not in after.fired
    }


def _breach_of(clock: Clock) -> Fact:
    due_at = clock.breached_at.isoformat() if clock.breached_at else ""
    return Fact(event=ClockBreached(clock=clock.clock, step=clock.breach_key, due_at=due_at, stopped=True))


def _next_step(moment: Moment) -> list[datetime]:
    at = next_wake(moment.ledger, moment.ticket.fired)
    return [at] if at else []


def _steps(moment: Moment) -> list[Fact]:
    steps = due_steps(moment.ledger, moment.ticket.fired, moment.at)
    return [_breached(step) if step.is_breach else _warned(step) for step in steps]


def _warned(step: Step) -> Fact:
    return Fact(event=ClockWarned(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _breached(step: Step) -> Fact:
    return Fact(event=ClockBreached(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case ClockWarned():
            return [to_owner("warning", told.ticket)]
        case ClockBreached(stopped=False):
            # A breach that escalated the ticket took it from its assignee: then the new team is told.
            return [to_owner("breach", told.ticket)]
    return []


def _to_come(moment: Moment) -> list[datetime]:
    return [reminder.at for reminder in _reminders(moment)]


def _reminders(moment: Moment) -> list[Reminder]:
    return reminders(moment.ticket, moment.settings.of(CLOSE_SOLVED_AFTER))


def _back(moment: Moment) -> list[Fact]:
    due, terms = [reminder for reminder in _reminders(moment) if reminder.at <= moment.at], moment.settings.of(TERMS)
    return [
        fact
        for reminder in due
        for fact in transition(moment.ticket, _state_after(reminder, terms), reminder.why, terms)
    ]


def _state_after(reminder: Reminder, terms: TicketTerms) -> str:
    return terms.closed_state if reminder.why is Returns.CLOSE else terms.working_state


STEPS: Final = Hooks(follows=_told_late, wakes=_next_step, due=_steps, notices=_notices)
RETURNS: Final = Hooks(wakes=_to_come, due=_back)
