"""Attention a ticket asks for by time alone: nobody took it, its owner does nothing, or who can work changed."""

from datetime import datetime

from helpdesk.core.record.assignment import AssignmentReviewed, TicketAssigned, TicketUnattended
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import Phase


def instants(ticket: Ticket) -> list[datetime]:
    """When it is to be looked at again. What is finished asks for nothing."""
    if ticket.phase.is_finished:
        return []
    respond_by = ticket.respond_by if _is_worked(ticket) else None
    alert_at = ticket.alert_at if ticket.assignee is None else None
    return [instant for instant in (ticket.again_at, alert_at, respond_by) if instant]


def due(ticket: Ticket, now: datetime) -> list[Fact]:
    """The facts that time has brought. An owner who did nothing loses the ticket to its queue."""
    if ticket.phase.is_finished:
        return []
    facts: list[Fact] = []
    if ticket.alert_at and ticket.assignee is None and ticket.alert_at <= now:
        facts.append(Fact(event=TicketUnattended(team=ticket.team, reason=ticket.queue_reason or "")))
    if ticket.respond_by and _is_worked(ticket) and ticket.respond_by <= now:
        lost = TicketAssigned(assignee=None, previous=ticket.assignee, reasons=("owner_timeout",))
        return [*facts, Fact(event=lost)]
    if ticket.again_at and ticket.again_at <= now:
        cause = "owner_left" if ticket.assignee else "somebody_came"
        facts.append(Fact(event=AssignmentReviewed(cause=cause)))
    return facts


def _is_worked(ticket: Ticket) -> bool:
    return ticket.assignee is not None and ticket.phase in {Phase.NEW, Phase.OPEN}
