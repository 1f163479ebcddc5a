"""Explaining: why a ticket is where it is, from what was written down when it was decided."""

from collections.abc import Mapping

from msgspec import Struct

from helpdesk.core.record.assignment import TicketAssigned, TicketHandedOver, TicketQueued, TicketUnattended
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

LOOKED_AT = 100


class Reasons(Struct, frozen=True, kw_only=True):
    """The fact that routed the ticket, the decisions about its person, newest first, and who is who among them.

    `raised` are the facts by which assets raised its impact, in order.
    """

    ticket: Ticket
    created: TicketCreated
    decisions: tuple[Entry, ...]
    names: Mapping[PersonId, str]
    raised: tuple[Entry, ...]


_DECISIONS = (TicketAssigned, TicketQueued, TicketHandedOver, TicketUnattended)


def why(desk: Desk, by: Actor, ticket_id: TicketId) -> Reasons:
    """What is kept of the choice; for those who work on the ticket."""
    page = desk.tickets.timeline(ticket_id, None, LOOKED_AT)
    access.workable_by(by, page.ticket)
    first = page.entries[0] if page.entries[0].version == 1 else desk.tickets.commit(ticket_id, 1)[0]
    if not isinstance(first.event, TicketCreated):
        raise TypeError(f"{ticket_id} begins with {first.type}")
    later = [entry for entry in page.entries if entry.version > 1]
    decided = tuple(entry for entry in reversed(page.entries) if isinstance(entry.event, _DECISIONS))
    members = desk.assignment.boards.board(page.ticket.team).members
    return Reasons(
        ticket=page.ticket,
        created=first.event,
        decisions=decided,
        raised=tuple(entry for entry in (first, *later) if getattr(entry.event, "impact_before", None)),
        names={person: member.name for person, member in members.items()},
    )
