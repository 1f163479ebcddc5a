"""The lines of a ticket, and the facts they are made of."""

from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.event import Event, Personal, Postal
from helpdesk.core.record.promise import Promise
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import TicketId


class Entry(Struct, frozen=True, kw_only=True):
    """One immutable line of a ticket: message, activity, domain event, outbox and audit record at once."""

    id: str
    """A ULID: it orders the entries of one commit."""
    ticket_id: TicketId
    version: int
    """The commit it belongs to."""
    at: datetime
    region: str
    epoch: int
    actor: Actor
    event: Event
    personal: Personal | None = None
    """The erasable part."""
    promise: Promise | None = None
    """What holds after the commit: its last entry carries it."""
    topics: tuple[str, ...] = ()
    """What open browsers may be watching that this touches."""
    correlation_id: str = ""
    causation_id: str = ""

    @property
    def type(self) -> str:
        return type(self.event).__name__

    @property
    def is_public(self) -> bool:
        return self.event.is_public

    @property
    def done_by(self) -> str:
        """Whose hand it was: who noted what another said did it, and whose words they are did nothing here."""
        return getattr(self.event, "noted_by", None) or self.actor.id

    @property
    def postal(self) -> Postal:
        """What stands on a mail to people outside, or from them; empty for all else, and when it was erased."""
        return (self.personal and self.personal.postal) or Postal()


class Fact(Struct, frozen=True, kw_only=True):
    """What was decided and is not yet written: an entry without its place and time."""

    event: Event
    personal: Personal | None = None
    by: Actor | None = None
    """Whose it is, when not theirs who changed the ticket: words that somebody said to them."""
