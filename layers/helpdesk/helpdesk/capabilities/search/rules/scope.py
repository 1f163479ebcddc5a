"""What a reader may find: the door to tickets, as a part of every query."""

from datetime import datetime

from msgspec import Struct

from helpdesk.capabilities.search.rules.query import Reader
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.access import Reach, reach_of, reads_notes
from helpdesk.foundation.kernel.actors import Actor


class Scope(Struct, frozen=True, kw_only=True):
    reach: Reach
    internal: bool
    """Whether they read what is for staff alone: without it neither such words nor such marks find anything."""


def scope_of(actor: Actor) -> Scope:
    return Scope(reach=reach_of(actor), internal=reads_notes(actor))


def reader_of(person: Person, now: datetime) -> Reader:
    return Reader(person=person.id, teams=person.teams, timezone=person.timezone or "UTC", now=now)
