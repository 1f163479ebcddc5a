from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.event import Event, Personal
from helpdesk.core.record.promise import Promise
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import TicketId, Visibility


class Entry(Struct, frozen=True, kw_only=True):
    """One immutable line of a ticket: message, activity, domain event, outbox and audit record at once.

    Entries of one commit share `version`; `id` is a ULID and orders them within it. The last one of a commit
    carries the `promise` that holds after it. `personal` is the erasable part. `topics` are what open browsers
    may be watching that this touches.
    """

    id: str
    ticket_id: TicketId
    version: int
    at: datetime
    region: str
    epoch: int
    actor: Actor
    event: Event
    personal: Personal | None = None
    promise: Promise | None = None
    topics: tuple[str, ...] = ()
    correlation_id: str = ""
    causation_id: str = ""

    @property
    def type(self) -> str:
        return type(self.event).__name__

    @property
    def is_public(self) -> bool:
        """Whether the requester may see it. An allow list: a new kind of entry is internal until said otherwise."""
        match self.event:
            case MessageAdded(visibility=visibility):
                return visibility is Visibility.PUBLIC
            case TicketCreated() | StateChanged():
                return True
            case _:
                return False


class Fact(Struct, frozen=True, kw_only=True):
    event: Event
    personal: Personal | None = None
