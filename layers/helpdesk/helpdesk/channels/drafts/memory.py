"""What people have begun to write. Nothing of it expires."""

from collections.abc import Sequence
from threading import RLock

from helpdesk.channels.drafts.rules import Begun, Draft, DraftKind
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class MemoryDrafts:
    """See ports.Drafts."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._drafts: dict[PersonId, dict[tuple[TicketId, DraftKind], Draft]] = {}

    def put(self, person: PersonId, draft: Draft) -> Draft:
        with self._lock:
            own, key = self._drafts.setdefault(person, {}), (draft.ticket, draft.kind)
            if key not in own or own[key].at <= draft.at:
                own[key] = draft
            return own[key]

    def get(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> Draft | None:
        return self._drafts.get(person, {}).get((ticket, kind))

    def drop(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> bool:
        with self._lock:
            return self._drafts.get(person, {}).pop((ticket, kind), None) is not None

    def all(self, person: PersonId) -> Sequence[Draft]:
        return list(self._drafts.get(person, {}).values())

    def on(self, ticket: TicketId) -> Sequence[Begun]:
        with self._lock:
            return [
                Begun(person=person, draft=draft)
                for person, own in self._drafts.items()
                for draft in own.values()
                if draft.ticket == ticket
            ]

    def take(self, begun: Begun, by: PersonId, own: Draft | None, mine: Draft) -> None:
        with self._lock:
            taken, key = begun.draft, (mine.ticket, mine.kind)
            if self.get(begun.person, *key) != taken or self.get(by, *key) != own:
                raise ConflictError("This draft was changed meanwhile.")
            del self._drafts[begun.person][key]
            self._drafts.setdefault(by, {})[key] = mine
