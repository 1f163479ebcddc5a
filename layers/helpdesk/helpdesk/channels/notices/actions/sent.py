"""For staff: what was sent of a ticket, and addresses that nothing is sent to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.channels.notices.rules.letterhead import signed_outside
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.channels.notices.ports import DeadPage
    from helpdesk.channels.notices.rules.sent import DeadAddress, KeptMail
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId


def mails(desk: Desk, by: Actor, ticket_id: TicketId) -> Sequence[KeptMail]:
    """What was sent of a ticket, the oldest first."""
    access.workable_by(by, desk.tickets.get(ticket_id))
    return desk.notices.ledger.of_ticket(ticket_id)


class Signed(Struct, frozen=True, kw_only=True):
    below: str
    """An answer to the requester."""
    outside: str
    """A letter to somebody outside."""


def signature(desk: Desk, by: Actor, ticket_id: TicketId) -> Signed:
    """What stands below what they write now, once it is mailed."""
    from helpdesk.channels.notices.actions import letterhead  # noqa: PLC0415 - only who writes an answer pays for it

    ticket = access.workable_by(by, desk.tickets.get(ticket_id))
    head = letterhead.of_author(desk, ticket, PersonId(by.id))
    return Signed(below=head.signature, outside="\n".join(signed_outside(head, by.name, ticket.id)))


def dead_addresses(desk: Desk, by: Actor, cursor: str | None, limit: int) -> DeadPage:
    roles.staff_only(by)
    return desk.notices.dead.page(cursor, limit)


def revive(desk: Desk, by: Actor, address: str) -> DeadAddress:
    """Mail goes to it again from now on; what was known of it. NotFoundError for one that mail goes to anyway."""
    roles.staff_only(by)
    return desk.notices.dead.remove(address)
