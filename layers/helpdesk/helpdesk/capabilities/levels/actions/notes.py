"""Notes for a level: an answer that the next ticket of its kind can do with."""

from helpdesk.capabilities.levels.ports import NotePage
from helpdesk.capabilities.levels.rules import notes
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Level, TicketId


def keep(desk: Desk, by: Actor, ticket_id: TicketId, draft: NoteDraft, once: Once | None) -> Outcome:
    """Keep it with the ticket and in the level's list."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(by, ticket)
        return [notes.keep(draft, ticket, desk.settings.of(TERMS))]

    return change(desk, Wish(ticket_id=ticket_id, by=by, once=once), decide)


def page(desk: Desk, by: Actor, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
    roles.staff_only(by)
    return desk.levels.notes.page(level, category, cursor, limit)
