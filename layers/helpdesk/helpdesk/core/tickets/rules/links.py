"""Addresses of a ticket, and who may follow them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from helpdesk.foundation.kernel.actors import Actor, Visitor
from helpdesk.foundation.kernel.vocabulary import Role

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk

LINK_MAX_AGE: Final = timedelta(days=90)


def status_link(desk: Desk, ticket: Ticket, person: str | None = None) -> str:
    """An address that shows one ticket without an account, to its requester or to a person who takes part.

    The token stands behind `#`, where no server and no log sees it.
    """
    return f"{desk.site_url}/ticket#{desk.signer.sign('ticket', {'t': ticket.id, 'p': person or ticket.requester})}"


def guest(desk: Desk, token: str) -> Actor:
    """Who a status link was signed for; SignInError when it is altered or older than 90 days."""
    payload, _ = desk.signer.read("ticket", token, LINK_MAX_AGE)
    return Actor(id=payload["p"], role=Role.GUEST, ticket_id=payload["t"])


def proven_visitor(desk: Desk, token: str) -> Visitor:
    """The same for a chat: until when the link holds is known, too."""
    payload, signed_at = desk.signer.read("ticket", token, LINK_MAX_AGE)
    until = signed_at + LINK_MAX_AGE
    return Visitor(id=payload["p"], role=Role.GUEST, ticket_id=payload["t"], until=until, proven=True)


def agent_link(desk: Desk, ticket: Ticket) -> str:
    return f"{desk.site_url}/agent/tickets/{ticket.id}"


def api_path(by: Actor, ticket_id: str) -> str:
    """Where the API has a ticket for who asks: guests have one alone."""
    return "/api/portal/ticket" if by.ticket_id else f"/api/tickets/{ticket_id}"
