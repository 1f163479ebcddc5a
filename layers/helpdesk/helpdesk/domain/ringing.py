"""What a ringing timer means: the warnings and breaches that are due, and the escalation a breach brings."""

from dataclasses import replace
from datetime import datetime

from helpdesk.domain import events, sla
from helpdesk.domain.decisions import Fact, escalate
from helpdesk.domain.promises import SlaBook, ledger_of
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.tickets import Ticket


def ring(ticket: Ticket, book: SlaBook, settings: DeskSettings, now: datetime) -> list[Fact]:
    """The facts due at `now`. A ticket that is finished or whose wake has moved on has none."""
    wake_at = ticket.promise.wake_at
    if wake_at is None or wake_at > now:
        return []
    facts: list[Fact] = []
    for step in sla.due_steps(ledger_of(ticket, book, now), ticket.fired, now):
        if step.is_breach:
            facts.append(_breached(step))
            ticket, handed_on = _hand_on(ticket, step, settings)
            facts += handed_on
        else:
            facts.append(_warned(step))
    # Nothing due although it was to wake now: the settings moved the deadline. Write down the new wake.
    return facts or [Fact(event=events.ClocksRecomputed())]


def _warned(step: sla.Step) -> Fact:
    return Fact(event=events.ClockWarned(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _breached(step: sla.Step) -> Fact:
    return Fact(event=events.ClockBreached(clock=step.clock, step=step.key, due_at=step.due_at.isoformat()))


def _hand_on(ticket: Ticket, step: sla.Step, settings: DeskSettings) -> tuple[Ticket, list[Fact]]:
    """A breach takes the ticket one level up; at the top it stays where it is."""
    above = ticket.level.next
    if above is None:
        return ticket, []
    facts = escalate(ticket, above, f"{step.clock} breached", "", settings, cause=step.clock)
    return replace(ticket, level=above, team=settings.team_at(above, ticket.category)), facts
