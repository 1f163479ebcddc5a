"""Who works on a ticket, as people decide it by hand."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.domain import events
from helpdesk.domain.decisions import Fact, check_open
from helpdesk.domain.errors import InvalidError
from helpdesk.domain.events import Personal
from helpdesk.domain.people import Person
from helpdesk.domain.tickets import Ticket


def assign(ticket: Ticket, to: Person | None, reasons: tuple[str, ...] = ()) -> list[Fact]:
    check_open(ticket)
    assignee = to.id if to else None
    if assignee == ticket.assignee:
        return []
    if to and not to.role.is_staff:
        raise InvalidError.at("assignee", f"{to.name} does not work on tickets.")
    event = events.TicketAssigned(assignee=assignee, previous=ticket.assignee, reasons=reasons)
    return [Fact(event=event, personal=Personal(name=to.name) if to else None)]


def assign_beside(ticket: Ticket, facts: Sequence[Fact], to: Person | None) -> list[Fact]:
    """Assign in the same change as other facts. A new team among them has taken the ticket from its assignee."""
    moved = any(isinstance(fact.event, events.TicketUpdated) and fact.event.team for fact in facts)
    return assign(replace(ticket, assignee=None) if moved else ticket, to)
