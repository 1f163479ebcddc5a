"""Addresses of a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk


def status_link(desk: Desk, ticket: Ticket) -> str:
    """An address that shows one ticket to its requester without an account.

    The token stands behind `#`, where no server and no log sees it.
    """
    return f"{desk.site_url}/ticket#{desk.signer.sign('ticket', {'t': ticket.id, 'p': ticket.requester})}"


def agent_link(desk: Desk, ticket: Ticket) -> str:
    return f"{desk.site_url}/agent/tickets/{ticket.id}"
