"""Who works on a ticket, as people decide it by hand."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.core.directory.rules import Person
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
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


def assign_beside(ticket: Ticket, facts: Sequence[Fact], to: Person | None, *, away: bool = False) -> list[Fact]:
    """Assign in the same change as other facts. A new team among them has taken the ticket from its assignee."""
    teams = [fact.event.team for fact in facts if isinstance(fact.event, TicketUpdated) and fact.event.team]
    return assign(replace(ticket, assignee=None, team=teams[0]) if teams else ticket, to, away=away)
