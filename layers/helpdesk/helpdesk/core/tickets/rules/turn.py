"""Whose turn it is, as its requester is told: by one word, whether on the page, in a list or in a mail."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from helpdesk.foundation.kernel.vocabulary import Phase

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.rules.listing import Card


class Turn(StrEnum):
    NEW = "new"
    """It is with us, and nobody has it yet."""
    OPEN = "open"
    """Somebody of us has it."""
    PENDING = "pending"
    """We wait for what they answer."""
    ON_HOLD = "on_hold"
    """We wait for somebody else."""
    SOLVED = "solved"
    """We think that it is solved; they say whether it is."""
    CLOSED = "closed"
    CANCELLED = "cancelled"


OURS: Final = frozenset({Turn.NEW, Turn.OPEN})
"""We are to say something next."""

_WITHDRAWN: Final = "cancelled"


def turn_of(ticket: Ticket | Card) -> Turn:
    """States are each company's own, and what they mean is the phase. Who has been given a new ticket has it. Whom
    nobody has written to yet was asked nothing: they wait for us, whatever we wait for.
    """
    if ticket.phase is Phase.CLOSED and ticket.state == _WITHDRAWN:
        return Turn.CANCELLED
    if ticket.phase is Phase.PENDING and not ticket.answered:
        return Turn.OPEN if ticket.assignee else Turn.NEW
    if ticket.phase is Phase.NEW and ticket.assignee:
        return Turn.OPEN
    return Turn(ticket.phase.value)
