"""How far somebody has read. It is asked for once and then followed by the live line, so that lists and tickets cost no
more than without it: which of them hold something new is told by their revisions.
"""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.channels.live import hooks as live
from helpdesk.channels.marks.rules import KEPT, Mark
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


def own(desk: Desk, by: Actor) -> tuple[Sequence[Mark], datetime]:
    """All marks, and since when tickets without one hold something new if they changed."""
    roles.any_staff(by)
    return desk.marks.all(PersonId(by.id)), desk.clock.now() - KEPT


def see(desk: Desk, by: Actor, ticket_id: TicketId, revision: int) -> None:
    """Somebody has seen a ticket up to a revision, on one of their devices. It takes nothing back."""
    mark = _mark(desk, by, ticket_id, revision, None)
    if desk.marks.advance(PersonId(by.id), mark):
        _announce(desk, by, mark)


def put(desk: Desk, by: Actor, ticket_id: TicketId, revision: int, at: datetime | None) -> Mark:
    """Put a mark where somebody wants it, also back; at what stands there now when that is further."""
    mark = _mark(desk, by, ticket_id, revision, at)
    desk.marks.put(PersonId(by.id), mark)
    _announce(desk, by, mark)
    return mark


def _mark(desk: Desk, by: Actor, ticket_id: TicketId, revision: int, at: datetime | None) -> Mark:
    """No further than what there is."""
    roles.any_staff(by)
    ticket, now = access.visible_to(by, desk.tickets.get(ticket_id)), desk.clock.now()
    return Mark(ticket=ticket.id, revision=min(revision, ticket.revision), at=min(at or now, now))


def _announce(desk: Desk, by: Actor, mark: Mark) -> None:
    """To their other devices."""
    said = {"ticket_id": mark.ticket, "revision": mark.revision, "at": mark.at.isoformat()}
    live.tell(desk.live, [f"person:{by.id}"], {"type": "seen", **said}, public=True)
