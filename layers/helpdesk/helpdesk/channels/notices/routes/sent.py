"""What was sent, for people who are signed in."""

from helpdesk.channels.notices.actions import sent
from helpdesk.channels.notices.requests import WhichTicket
from helpdesk.channels.notices.views.sent import (
    SentMails,
    Signature,
    UndeliverableAddress,
    UndeliverableAddresses,
    dead_view,
    sent_view,
)
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import PageSize, Which
from helpdesk.foundation.kernel.vocabulary import TicketId


def added_to(api: Api) -> None:
    @api.get("/api/tickets/<ticket_id>/mails", responses=gives(SentMails))
    def read_sent_mails(ticket_id: WhichTicket) -> Answer:
        found = sent.mails(api.desk(), caller(api), TicketId(ticket_id))
        return answer(SentMails(items=[sent_view(kept) for kept in found]))

    @api.get("/api/tickets/<ticket_id>/signature", responses=gives(Signature))
    def read_signature(ticket_id: WhichTicket) -> Answer:
        """What stands below what who asks writes, once it is mailed: theirs or their team's, and the mailbox's."""
        signed = sent.signature(api.desk(), caller(api), TicketId(ticket_id))
        return answer(Signature(signature=signed.below, outside=signed.outside))

    @api.get("/api/undeliverable-addresses", responses=gives(UndeliverableAddresses))
    def read_undeliverable_addresses(cursor: Cursor | None = None, limit: PageSize = 25) -> Answer:
        desk, by = api.desk(), caller(api)
        pages = cursors.pages(desk, by, "undeliverable addresses")
        found = sent.dead_addresses(desk, by, pages.position(cursor), limit)
        items = [dead_view(dead) for dead in found.addresses]
        return answer(UndeliverableAddresses(items=items, cursor=pages.cursor(found.cursor)))

    @api.delete("/api/undeliverable-addresses/<address>", responses=gives(UndeliverableAddress))
    def mail_to_address_again(address: Which) -> Answer:
        return answer(dead_view(sent.revive(api.desk(), caller(api), address)))
