"""Staff keep a note at the top of a ticket, also of one that is closed: they may still write notes there."""

from helpdesk.capabilities.pins import rules
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk


def pin(desk: Desk, wish: Wish, text: str) -> Outcome:
    """Put a note to the top; an empty one takes away what stands there."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        return rules.pin(ticket, text)

    return change(desk, wish, decide)
