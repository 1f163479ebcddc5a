from helpdesk.assembly.ticket_page import RequesterTicket, Ticket
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Scale


class Category(View):
    id: str
    name: dict[str, str]


class PortalForm(View):
    form_token: str
    categories: list[Category]
    levels: list[Scale]
    max_attachment_bytes: int
    languages: list[str]


class Created(View):
    id: str
    status_url: str
    ticket: Ticket | RequesterTicket


class PortalCreated(View):
    id: str
    status_url: str
    ticket: RequesterTicket
