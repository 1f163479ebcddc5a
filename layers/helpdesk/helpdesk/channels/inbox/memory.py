"""Inboxes. Nothing in them expires."""

from datetime import datetime
from threading import RLock

from helpdesk.channels.inbox.ports import InboxPage
from helpdesk.channels.inbox.rules import Heap
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class MemoryInboxes:
    """See ports.Inboxes."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._heaps: dict[PersonId, dict[TicketId, Heap]] = {}

    def heap(self, person: PersonId, ticket_id: TicketId) -> Heap:
        return self._heaps.get(person, {}).get(ticket_id, Heap(ticket=ticket_id))

    def put(self, person: PersonId, heap: Heap, before: Heap) -> None:
        with self._lock:
            if self.heap(person, heap.ticket).revision != before.revision:
                raise ConflictError("More came meanwhile.")
            self._heaps.setdefault(person, {})[heap.ticket] = heap

    def page(self, person: PersonId, now: datetime, cursor: str | None, limit: int) -> InboxPage:
        standing = {
            f"{instant(heap.stands_at)}#{heap.ticket}": heap
            for heap in self._heaps.get(person, {}).values()
            if heap.stands_at and heap.stands_at <= now
        }
        places = sorted((place for place in standing if cursor is None or place < cursor), reverse=True)
        shown = places[:limit]
        return InboxPage(
            heaps=tuple(standing[place] for place in shown), cursor=shown[-1] if len(places) > limit else None
        )
