"""Admission to the live connection."""

from helpdesk.channels.live import actions as live
from helpdesk.channels.live.views import LiveTicket, live_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives


def added_to(api: Api) -> None:
    @api.post("/api/live-tickets", responses=gives(LiveTicket, 201))
    def admit_to_live() -> Answer:
        desk = api.desk()
        return answer(live_view(desk, live.admission(desk, caller(api))), status=201)
