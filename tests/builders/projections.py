"""Tickets as they are now, in what is derived from them."""

from helpdesk.capabilities.numbers.actions import projecting as counting
from helpdesk.capabilities.search.actions import projecting
from helpdesk.core.tickets.actions import reading
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId


def found(desk: Desk, *tickets: str) -> None:
    """From now on by search."""
    heads = reading.heads(desk, map(TicketId, tickets))
    assert projecting.project(desk, [reading.read(desk, head) for head in heads]) == {}


def counted(desk: Desk, *tickets: str) -> None:
    """From now on in figures."""
    heads = reading.heads(desk, map(TicketId, tickets))
    assert counting.project(desk, [reading.read(desk, head) for head in heads]) == {}
