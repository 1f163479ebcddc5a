"""Maintenance by operators: heads made anew from their entries, lists of those who take part."""

from collections.abc import Sequence
from typing import Final

from helpdesk.core.record.fold import fold
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import TicketId

ATTEMPTS: Final = 4

Failed = Sequence[tuple[TicketId, Exception]]


def rebuild(desk: Desk, ticket_id: TicketId) -> bool:
    """Refold one ticket's head; True when it was not what its entries say. A head that moves meanwhile is left."""
    head = desk.tickets.get(ticket_id)
    refolded = fold(desk.tickets.entries(ticket_id))
    if refolded == head:
        return False
    try:
        desk.tickets.put_head(refolded)
    except ConflictError:
        return False
    return True


def share_all(desk: Desk, ticket_ids: Sequence[TicketId]) -> tuple[int, Failed]:
    """Of up to a hundred tickets: whoever takes part in one has it among their requests. How many such there are, and
    which could not be read or moved again and again: they keep none of the others. Done again it changes nothing.
    """
    try:
        return sum(_shared(desk, ticket) for ticket in desk.tickets.heads(ticket_ids)), []
    except Exception:  # noqa: BLE001 - one by one it is known which it was
        counts, failed = tried(ticket_ids, lambda ticket_id: _shared(desk, desk.tickets.get(ticket_id)))
        return sum(counts), failed


def _shared(desk: Desk, ticket: Ticket) -> int:
    for _ in range(ATTEMPTS):
        if not ticket.participants:
            return 0
        try:
            desk.tickets.share(ticket)
        except ConflictError:
            ticket = desk.tickets.get(ticket.id)  # who came since has theirs, who was there before has not
        else:
            return len(ticket.participants)
    raise ConflictError(f"{ticket.id} is changed again and again.")
