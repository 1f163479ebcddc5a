"""How something comes into an inbox, and how its owner's open browsers hear that it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from helpdesk.channels.inbox.rules import MOST_COUNTED, Heap, Note, come
from helpdesk.channels.live import hooks as live
from helpdesk.channels.notices.rules.telling import Way
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.core.directory.rules import Person
    from helpdesk.core.preferences.rules import Concern
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.rules.hooks import Told
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId

ATTEMPTS: Final = 5


def _tell(desk: Desk, told: Told, concern: Concern, person: Person) -> None:
    """What concerned somebody while they could read it waits for them; one note of it, however often it is told."""
    ticket, entry = told.ticket, told.entry
    note = Note(entry=entry.id, concern=concern, at=entry.at)
    _, came = change(desk, person.id, ticket.id, lambda heap: come(heap, note, desk.clock.now()))
    if came:
        owner = person.as_actor()
        _tell_owner(desk, owner, lambda: counted(desk, owner), {"ticket_id": ticket.id, "concern": concern})


WAY: Final = Way(name="app", tell=_tell)


def change(desk: Desk, person: PersonId, ticket_id: TicketId, decide: Callable[[Heap], Heap]) -> tuple[Heap, bool]:
    """Load, decide, save, again when others were first; as it is then, and whether anything changed."""
    for _ in range(ATTEMPTS):
        before = desk.inbox.heap(person, ticket_id)
        heap = decide(before)
        if heap == before:
            return heap, False
        try:
            desk.inbox.put(person, heap, before)
        except ConflictError:
            continue
        return heap, True
    raise ConflictError("Many changes of this inbox came at once. Please try again.")


def announce(desk: Desk, owner: Actor, came: dict[str, Any]) -> int:
    """Say how many there are now, and what came, if anything did: no word of a ticket."""
    count = counted(desk, owner)
    _tell_owner(desk, owner, lambda: count, came)
    return count


def _tell_owner(desk: Desk, owner: Actor, count: Callable[[], int], came: dict[str, Any]) -> None:
    """Whoever has no browser open is counted nothing for."""
    live.tell(desk.live, [f"person:{owner.id}"], lambda: {"type": "inbox", "count": count(), **came}, public=True)


def counted(desk: Desk, owner: Actor) -> int:
    """How many tickets stand in somebody's inbox; more than a hundred are not counted."""
    page = desk.inbox.page(PersonId(owner.id), desk.clock.now(), None, MOST_COUNTED)
    return len(page.heaps) if owner.only_teams is None else len(readable(desk, owner, page.heaps))


def readable(desk: Desk, by: Actor, heaps: Sequence[Heap]) -> list[tuple[Heap, Ticket]]:
    """Those of tickets that somebody may read now, with the tickets."""
    tickets = {ticket.id: ticket for ticket in desk.tickets.heads([heap.ticket for heap in heaps])}
    found = ((heap, tickets[heap.ticket]) for heap in heaps if heap.ticket in tickets)
    return [(heap, ticket) for heap, ticket in found if access.in_scope(by, ticket.team, ticket.assignee)]
