from helpdesk.capabilities.levels.rules import escalation, notes
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level


def escalate(desk: Desk, wish: Wish, level: Level | None, reason: str, tried: str) -> Outcome:
    """Functional escalation to the next level, or to a given higher one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        return escalation.escalate(ticket, level, reason, tried, desk.settings.of(TERMS))

    return change(desk, wish, decide)


def deescalate(
    desk: Desk, wish: Wish, level: Level | None, answer: str, *, needless: bool, note: NoteDraft | None = None
) -> Outcome:
    """Hand back to a lower level with the answer it needs, and keep a note of it if there is one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        settings = desk.settings.of(TERMS)
        facts = escalation.deescalate(ticket, level, answer, settings, needless=needless)
        kept = [notes.keep(note, ticket, settings)] if note else []
        return facts + kept

    return change(desk, wish, decide)
