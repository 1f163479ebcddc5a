"""Who is who on a ticket."""

from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.edge.outputs import View


class PersonRef(View):
    id: str
    name: str


class Requester(View):
    id: str
    name: str
    email: str = ""


def requester_view(ticket: Ticket) -> Requester:
    return Requester(id=ticket.requester, name=ticket.requester_name, email=ticket.requester_email)


def assignee_view(ticket: Ticket) -> PersonRef | None:
    if ticket.assignee is None:
        return None
    return PersonRef(id=ticket.assignee, name=ticket.assignee_name or "")
