"""Tickets that were found, as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId


def as_they_are(desk: Desk, by: Actor, found: Sequence[TicketId]) -> Sequence[Ticket]:
    """In their order and by one request, without those that somebody does not see any more."""
    roles.any_staff(by)
    heads = {head.id: head for head in desk.tickets.heads(found)} if found else {}
    return [heads[which] for which in found if which in heads and access.sees(by, heads[which])]
