from helpdesk.foundation.edge.outputs import View


class LiveTicket(View):
    ticket: str
    url: str
