"""Who works on a ticket, as people decide it by hand."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.core.directory.rules import NO_STAFF, Person
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
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


def assign_beside(ticket: Ticket, facts: Sequence[Fact], to: Person | None) -> list[Fact]:
    """Assign in the same change as other facts. A new team among them has taken the ticket from its assignee."""
    moved = any(isinstance(fact.event, TicketUpdated) and fact.event.team for fact in facts)
    return assign(replace(ticket, assignee=None) if moved else ticket, to)
