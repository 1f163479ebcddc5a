"""Somebody's inbox: what stands in it, and putting it away."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from helpdesk.channels.inbox.hooks import announce, change, counted, readable
from helpdesk.channels.inbox.rules import Heap, Place, placed, seen
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class Inbox(Struct, frozen=True, kw_only=True):
    """Heaps and their tickets, as those are now. Where some may no longer be read, a page has fewer."""

    items: Sequence[tuple[Heap, Ticket]]
    cursor: str | None


def inbox(desk: Desk, by: Actor, cursor: str | None, limit: int) -> Inbox:
    roles.any_staff(by)
    page = desk.inbox.page(PersonId(by.id), desk.clock.now(), cursor, limit)
    return Inbox(items=readable(desk, by, page.heaps), cursor=page.cursor)


class Put(Struct, frozen=True, kw_only=True):
    """How many stand in the inbox now, and the revision that the ticket has in it."""

    count: int
    revision: int


def count(desk: Desk, by: Actor) -> int:
    return counted(desk, roles.any_staff(by))


def put(
    desk: Desk, by: Actor, ticket_id: TicketId, place: Place, until: datetime | None = None, revision: int | None = None
) -> Put:
    """Put a ticket away or bring it back.

    Raises NotFoundError for one that never was in it, InboxMovedError when it is not as it was seen.
    """
    roles.any_staff(by)

    def decide(heap: Heap) -> Heap:
        if not heap.notes:
            raise NotFoundError("ticket in this inbox that is called", ticket_id)
        return placed(seen(heap, revision), place, until, desk.clock.now())

    heap, changed = change(desk, PersonId(by.id), ticket_id, decide)
    return Put(count=announce(desk, by, {}) if changed else counted(desk, by), revision=heap.revision)
