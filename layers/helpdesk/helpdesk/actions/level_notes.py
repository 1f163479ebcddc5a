"""Notes for a level: an answer that the next ticket of its kind can do with."""

from helpdesk.desk import Desk, Outcome, Wish
from helpdesk.domain import access
from helpdesk.domain.decisions import Fact
from helpdesk.domain.events import LevelNoteKept, Personal
from helpdesk.domain.people import Actor
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import Level, TicketId
from helpdesk.ports import NotePage, Once


def keep(
    desk: Desk, by: Actor, ticket_id: TicketId, title: str, body: str, level: Level, category: str | None,
    once: Once | None,
) -> Outcome:  # fmt: skip
    """Keep it with the ticket and in the level's list, under the ticket's own category unless another is named."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(by, ticket)
        about = desk.settings.desk().check_category(category) or ticket.category
        return [Fact(event=LevelNoteKept(level=level, category=about, title=title), personal=Personal(body=body))]

    return desk.change(Wish(ticket_id=ticket_id, by=by, decide=decide, once=once))


def page(desk: Desk, by: Actor, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
    access.inside_only(by)
    return desk.level_notes.page(level, category, cursor, limit)
