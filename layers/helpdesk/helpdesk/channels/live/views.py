from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.outputs import View


class LiveTicket(View):
    ticket: str
    url: str


def live_view(desk: Desk, secret: str) -> LiveTicket:
    return LiveTicket(ticket=secret, url=f"{desk.site_url.replace('http', 'ws', 1)}/live?ticket={secret}")
