"""People: those who ask and those who answer."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the directory; requesters come into it with their first ticket.

    `role` follows the groups of their sign-in; `role_as_of` is when the token was issued that it is from.
    """

    id: PersonId
    name: str
    email: str
    role: Role = Role.REQUESTER
    role_as_of: int = 0
    language: str = "en"
    timezone: str = "UTC"
    organization: str | None = None
    teams: tuple[TeamId, ...] = ()
    external: bool = False
    settled: bool = False
    """Whether language and zone are somebody's word, and not what holds where nobody said anything."""
    active: bool = True
    """Who is not is in no team, is given nothing and may not sign in; their history and name stay."""

    @property
    def is_staff(self) -> bool:
        return self.active and self.role.is_staff

    def as_actor(self) -> Actor:
        scope = self.teams if self.external and self.role.is_staff else None
        return Actor(id=self.id, role=self.role, name=self.name, only_teams=scope)


class Locale(Struct, frozen=True, kw_only=True):
    """What an account, a browser or somebody themselves says of the language and zone they read; None is no word."""

    language: str | None = None
    timezone: str | None = None


def told(person: Person, *words: Locale) -> Person:
    """Who is written to as these say, the first that says something."""
    language = next((word.language for word in words if word.language), person.language)
    timezone = next((word.timezone for word in words if word.timezone), person.timezone)
    return replace(person, language=language, timezone=timezone)


Told = Callable[[PersonId, Sequence[TeamId]], None]
"""Who has to know that somebody's place in these teams has changed."""


class Newcomer(Struct, frozen=True, kw_only=True):
    """Somebody who comes into the directory together with what they ask for."""

    person: Person


NO_PERSON: Final = reason("no_person", "there is no person {name}")

NO_ORGANIZATION: Final = reason("no_organization", "there is no organization {name}")

# People, teams, tickets
NO_STAFF: Final = reason("no_staff", "{name} does not work on tickets")


class People(Protocol):
    """Where people are found."""

    def person(self, person_id: PersonId) -> Person:
        """The person, or NotFoundError."""


def named(people: People, person_id: PersonId, field: str) -> Person:
    """The person whom a field of a request names, or InvalidError at that field."""
    try:
        return people.person(person_id)
    except NotFoundError as error:
        raise InvalidError.at(field, NO_PERSON(name=person_id)) from error


def named_staff(people: People, person_id: PersonId, field: str) -> Person:
    """As `named`, and somebody who works on tickets."""
    person = named(people, person_id, field)
    if not person.is_staff:
        raise InvalidError.at(field, NO_STAFF(name=person.name))
    return person
