"""Who works on a ticket, as people decide it by hand."""

from helpdesk.core.directory.rules import Person
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.teams import check_receiver
from helpdesk.core.tickets.rules.moving import check_open


def assign(ticket: Ticket, to: Person | None, *, away: bool = False) -> list[Fact]:
    """Give it to somebody who is not away, or back to its team."""
    check_open(ticket)
    assignee = to.id if to else None
    if assignee == ticket.assignee:
        return []
    if to:
        check_receiver(to, ticket.team, away=away, field="assignee")
    event = TicketAssigned(assignee=assignee, previous=ticket.assignee)
    return [Fact(event=event, personal=Personal(name=to.name) if to else None)]
