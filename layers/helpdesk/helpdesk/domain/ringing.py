"""What a ringing timer means: warnings, breaches and the escalation they bring, and what comes back by itself."""

from datetime import datetime

from helpdesk.domain import attention, events, ladders, sla, surveys
from helpdesk.domain.decisions import Fact, transition
from helpdesk.domain.promises import Reminder, Returns, ledger_of, reminders
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.sla_book import SlaBook
from helpdesk.domain.tickets import Ticket


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
    return facts or [Fact(event=events.ClocksRecomputed())]


def _state_after(reminder: Reminder, settings: DeskSettings) -> str:
    return settings.closed_state if reminder.why is Returns.CLOSE else settings.working_state


def _warned(step: sla.Step) -> Fact:
    return Fact(event=events.ClockWarned(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _breached(step: sla.Step) -> Fact:
    return Fact(event=events.ClockBreached(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))
