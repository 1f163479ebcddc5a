"""Maintenance by operators: heads made anew from their entries, timers adopted."""

from helpdesk.core.record.fold import fold
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import TicketId


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
