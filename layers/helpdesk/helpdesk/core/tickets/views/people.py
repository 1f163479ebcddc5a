"""Who is who on a ticket."""

from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Actor


class PersonRef(View):
    id: str
    name: str


class Requester(View):
    """Who had no address when the ticket was opened has an empty one: nothing was mailed to them then."""

    id: str
    name: str
    email: str = ""
    phone: str | None = None


def requester_view(ticket: Ticket, by: Actor) -> Requester:
    """Who takes part learns who asks, and not how to reach them."""
    if not by.is_staff and by.id != ticket.requester:
        return Requester(id=ticket.requester, name=ticket.requester_name)
    phone = ticket.caller.phone if ticket.caller else None
    return Requester(id=ticket.requester, name=ticket.requester_name, email=ticket.requester_email, phone=phone)


def assignee_view(ticket: Ticket) -> PersonRef | None:
    if ticket.assignee is None:
        return None
    return PersonRef(id=ticket.assignee, name=ticket.assignee_name or "")
