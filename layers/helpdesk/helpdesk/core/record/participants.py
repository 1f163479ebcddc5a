"""Facts about people beside the requester who take part in a ticket: they are answered too, and may reply."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event, Personal
from helpdesk.core.record.head import Head
from helpdesk.foundation.kernel.vocabulary import PersonId


class Came(StrEnum):
    """By which way somebody came to take part."""

    MAIL = "mail"
    """Their address stood in a mail, beside the one it was to."""
    STAFF = "staff"
    REQUESTER = "requester"
    """They were named by who asked."""


class ParticipantAdded(Event, frozen=True, kw_only=True):
    """Somebody takes part from now on."""

    person: PersonId
    came: Came

    @property
    def is_public(self) -> bool:
        return True


class ParticipantRemoved(Event, frozen=True, kw_only=True):
    """Somebody takes part no longer: they left, or somebody else took them out."""

    person: PersonId

    @property
    def is_public(self) -> bool:
        return True


class Participant(Struct, frozen=True, kw_only=True):
    """Name and address are those of their entry: a head made anew after they were erased has neither."""

    person: PersonId
    name: str
    email: str
    came: Came
    at: datetime
    """Since when."""


class Circle(Struct, frozen=True, kw_only=True):
    """Those who take part, in the order in which they came."""

    people: tuple[Participant, ...]


FACTS: Final = (ParticipantAdded, ParticipantRemoved)


def after(circle: Circle | None, _: Head, entry: Entry) -> Circle | None:
    match entry.event:
        case ParticipantAdded() as event:
            return Circle(people=(*_without(circle, event.person), _added(entry, event)))
        case ParticipantRemoved(person=person):
            left = _without(circle, person)
            return Circle(people=left) if left else None
    return circle


def _without(circle: Circle | None, person: PersonId) -> tuple[Participant, ...]:
    return tuple(each for each in circle.people if each.person != person) if circle else ()


def _added(entry: Entry, event: ParticipantAdded) -> Participant:
    words = entry.personal or Personal()
    return Participant(
        person=event.person, name=words.name or "", email=words.email or "", came=event.came, at=entry.at
    )
