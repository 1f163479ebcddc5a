"""What one ticket cost so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.cost import Cost, cost_of
from helpdesk.capabilities.numbers.rules.prices import prices
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId


class Priced(Struct, frozen=True, kw_only=True):
    cost: Cost
    prices_of: str
    """The month of the prices."""


def priced(desk: Desk, by: Actor, ticket_id: TicketId) -> Priced:
    """From all its entries, for those who lead."""
    roles.lead_only(by)
    access.workable_by(by, desk.tickets.get(ticket_id))
    mails = sum(kept.went_out for kept in desk.notices.ledger.of_ticket(ticket_id))
    return Priced(cost=cost_of(desk.tickets.entries(ticket_id), mails, prices()), prices_of=prices().date)
