"""Who works on a ticket, as people decide it by hand."""

from helpdesk.core.directory.rules import NO_STAFF, Person
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.moving import check_open
from helpdesk.foundation.kernel.errors import InvalidError


def assign(ticket: Ticket, to: Person | None, reasons: tuple[str, ...] = ()) -> list[Fact]:
    check_open(ticket)
    assignee = to.id if to else None
    if assignee == ticket.assignee:
        return []
    if to and not to.role.is_staff:
        raise InvalidError.at("assignee", NO_STAFF(name=to.name))
    event = TicketAssigned(assignee=assignee, previous=ticket.assignee, reasons=reasons)
    return [Fact(event=event, personal=Personal(name=to.name) if to else None)]
