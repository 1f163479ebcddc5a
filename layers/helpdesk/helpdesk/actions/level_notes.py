"""Notes for a level: an answer that the next ticket of its kind can do with."""

from helpdesk.desk import Desk, Outcome, Wish
from helpdesk.domain import access, level_notes
from helpdesk.domain.decisions import Fact
from helpdesk.domain.level_notes import NoteDraft
from helpdesk.domain.people import Actor
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import Level, TicketId
from helpdesk.ports import NotePage, Once


def keep(desk: Desk, by: Actor, ticket_id: TicketId, draft: NoteDraft, once: Once | None) -> Outcome:
    """Keep it with the ticket and in the level's list."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(by, ticket)
        return [level_notes.keep(draft, ticket, desk.settings.desk())]

    return desk.change(Wish(ticket_id=ticket_id, by=by, decide=decide, once=once))


def page(desk: Desk, by: Actor, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
    access.inside_only(by)
    return desk.level_notes.page(level, category, cursor, limit)
