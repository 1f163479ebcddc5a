"""The inbox of people who work on tickets."""

from helpdesk.channels.inbox import actions as inbox
from helpdesk.channels.inbox.requests import InboxMove, WhichTicket
from helpdesk.channels.inbox.views import InboxCount, InboxPage, InboxPut, item_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import PageSize
from helpdesk.foundation.kernel.vocabulary import TicketId


def added_to(api: Api) -> None:
    @api.get("/api/me/inbox", responses=gives(InboxPage))
    def read_inbox(cursor: Cursor | None = None, limit: PageSize = 25) -> Answer:
        desk, by = api.desk(), caller(api)
        pages = cursors.pages(desk, by, "inbox")
        found = inbox.inbox(desk, by, pages.position(cursor), limit)
        items = [item_view(heap, ticket, by) for heap, ticket in found.items]
        return answer(InboxPage(items=items, cursor=pages.cursor(found.cursor)))

    @api.get("/api/me/inbox/count", responses=gives(InboxCount))
    def count_inbox() -> Answer:
        return answer(InboxCount(count=inbox.count(api.desk(), caller(api))))

    @api.put("/api/me/inbox/<ticket_id>", responses=gives(InboxPut))
    def put_in_inbox(ticket_id: WhichTicket, wanted: InboxMove) -> Answer:
        by, seen = caller(api), if_match(api)
        put = inbox.put(api.desk(), by, TicketId(ticket_id), wanted.place, wanted.until, seen)
        return answer(InboxPut(count=put.count, revision=put.revision))
