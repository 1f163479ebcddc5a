"""How far people who work on tickets have read them."""

from helpdesk.channels.marks import actions as marks
from helpdesk.channels.marks.requests import MarkWish
from helpdesk.channels.marks.views import OwnMark, OwnMarks, mark_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import TicketId


def added_to(api: Api) -> None:
    @api.get("/api/me/seen", responses=gives(OwnMarks))
    def read_marks() -> Answer:
        found, since = marks.own(api.desk(), caller(api))
        return answer(OwnMarks(items=[mark_view(mark) for mark in found], since=since))

    @api.put("/api/me/seen/<ticket_id>", responses=gives(OwnMark))
    def put_mark(ticket_id: Which, wanted: MarkWish) -> Answer:
        mark = marks.put(api.desk(), caller(api), TicketId(ticket_id), wanted.revision, wanted.at)
        return answer(mark_view(mark))
