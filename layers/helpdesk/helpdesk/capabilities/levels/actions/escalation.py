from helpdesk.capabilities.ladders.rules import ladder as ladders
from helpdesk.capabilities.levels.rules import escalation
from helpdesk.capabilities.levels.rules import notes as level_notes
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.calls import Call, change_by
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk, Outcome
from helpdesk.foundation.kernel.vocabulary import Level


def escalate(desk: Desk, call: Call, level: Level | None, reason: str, tried: str) -> Outcome:
    """Functional escalation to the next level, or to a given higher one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        return escalation.escalate(ticket, level, reason, tried, desk.settings.desk())

    return change_by(desk, call, decide)


def deescalate(
    desk: Desk, call: Call, level: Level | None, answer: str, *, needless: bool, note: NoteDraft | None = None
) -> Outcome:
    """Hand back to a lower level with the answer it needs, and keep a note of it if there is one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        settings = desk.settings.desk()
        facts = escalation.deescalate(ticket, level, answer, settings, needless=needless)
        notes = [level_notes.keep(note, ticket, settings)] if note else []
        return facts + ladders.end(ticket) + notes

    return change_by(desk, call, decide)
