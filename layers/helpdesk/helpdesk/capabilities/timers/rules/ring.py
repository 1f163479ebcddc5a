"""What a ringing timer means: warnings, breaches and the escalation they bring, and what comes back by itself."""

from datetime import datetime

from helpdesk.capabilities.assignment.rules import overdue as attention
from helpdesk.capabilities.ladders.rules import ladder as ladders
from helpdesk.capabilities.surveys import rules as surveys
from helpdesk.capabilities.timers.rules.returns import Reminder, Returns, reminders
from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.rules import steps as sla
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.record.clocks import ClockBreached, ClocksRecomputed, ClockWarned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.moving import transition
from helpdesk.core.tickets.settings import DeskSettings
from helpdesk.foundation.kernel.errors import InsideError


class TooEarlyError(InsideError):
    """A timer rang before its wake by this worker's clock; the clocks of two workers differ by some seconds."""

    code = "too_early"


def ring(ticket: Ticket, book: SlaBook, settings: DeskSettings, now: datetime) -> list[Fact]:
    """The facts due at `now`. A ticket that is finished or whose wake has moved on has none."""
    wake_at = ticket.promise.wake_at
    if wake_at is None or wake_at > now:
        return []
    facts = attention.due(ticket, now)
    for step in sla.due_steps(ledger_of(ticket, book, now), ticket.fired, now):
        facts.append(_breached(step) if step.is_breach else _warned(step))
        ticket, begun = ladders.on_clock(ticket, step.clock, step.key, book.ladders, settings, now)
        facts += begun
    facts += ladders.due(ticket, book.ladders, settings, now)[1]
    facts += surveys.due(ticket, book.survey, book.calendars, now)
    for reminder in reminders(ticket, book):
        if reminder.at <= now:
            facts += transition(ticket, _state_after(reminder, settings), reminder.why, settings)
    # Nothing due although it was to wake now: the settings moved the deadline. Write down the new wake.
    return facts or [Fact(event=ClocksRecomputed())]


def _state_after(reminder: Reminder, settings: DeskSettings) -> str:
    return settings.closed_state if reminder.why is Returns.CLOSE else settings.working_state


def _warned(step: ledger.Step) -> Fact:
    return Fact(event=ClockWarned(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _breached(step: ledger.Step) -> Fact:
    return Fact(event=ClockBreached(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))
