"""People: those who ask and those who answer."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, Literal, Protocol

from msgspec import Struct
from msgspec.structs import asdict, replace

from helpdesk.foundation.kernel.actors import Actor, Joined
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY, reason
from helpdesk.foundation.kernel.text import words_of
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId

What = Literal["added", "removed", "joined"]


class Deed(Struct, frozen=True, kw_only=True):
    """What somebody did about the addresses of a person."""

    what: What
    address: str
    """With `joined`, the first one of whom was joined; empty where there was none."""
    at: datetime
    by: PersonId
    name: str
    """Of who did it, as they were called then."""


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the directory; requesters come into it with their first ticket. Who only ever called may have no
    address: they cannot sign in, and nobody can be mailed by that name.

    `role` follows the groups of their sign-in, `name` its account; `role_as_of` is when the token was issued that both
    are from.
    """

    id: PersonId
    name: str
    email: str = ""
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
    phone: str | None = None
    """In the form of `phone_of`."""
    others: tuple[str, ...] = ()
    """Further addresses: mail from them is theirs, and by them they sign in, too."""
    former: tuple[PersonId, ...] = ()
    """By which ids they were known before somebody said that they are one: what was theirs still bears these."""
    deeds: tuple[Deed, ...] = ()
    """The latest, oldest first."""

    @property
    def addresses(self) -> tuple[str, ...]:
        return (self.email, *self.others) if self.email else self.others

    @property
    def ids(self) -> tuple[PersonId, ...]:
        return (self.id, *self.former)

    def has(self, address: str) -> bool:
        return folded(address) in map(folded, self.addresses)

    def beside(self, address: str) -> tuple[str, ...]:
        return tuple(each for each in self.addresses if folded(each) != folded(address))

    def reached_at(self, address: str) -> "Person":
        """As they are written to where they used this address; at their first where it is theirs no longer."""
        return replace(self, email=shown(address), others=self.beside(address)) if self.has(address) else self

    @property
    def is_staff(self) -> bool:
        return self.active and self.role.is_staff

    def joined(self, team: TeamId) -> "Person":
        return self if team in self.teams else replace(self, teams=(*self.teams, team))

    def left(self, team: TeamId) -> "Person":
        return replace(self, teams=tuple(each for each in self.teams if each != team))

    def as_actor(self) -> Actor:
        scope = self.teams if self.external and self.role.is_staff else None
        actor = Actor(id=self.id, role=self.role, name=self.name, only_teams=scope)
        return Joined(**asdict(actor), also=self.former) if self.former else actor


class DeactivatedError(ForbiddenError):
    """Whoever asks for anything is told so, whatever they ask for."""

    code = "deactivated"


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


def concerned(held: Person, person: Person) -> tuple[TeamId, ...]:
    """The teams in which somebody can do more or less than before."""
    same = held.is_staff is person.is_staff and held.teams == person.teams
    return () if same else tuple(dict.fromkeys([*held.teams, *person.teams]))


class Newcomer(Struct, frozen=True, kw_only=True):
    """Somebody who comes into the directory together with what they ask for."""

    person: Person


ADDRESS_TAKEN: Final = reason("address_taken", "{name} has this address")

WORKS_HERE: Final = reason("works_here", "{name} works here: only who asks is joined with somebody else")

NOT_ACTIVE: Final = reason("not_active", "{name} is deactivated")

HAS_ADDRESS: Final = reason("has_address", "there is an address already: it is by this that they sign in")

NOT_THEIRS: Final = reason("not_theirs", "is none of the other addresses of {name}")

NO_PERSON: Final = reason("no_person", "there is no person {name}")

NO_ORGANIZATION: Final = reason("no_organization", "there is no organization {name}")

OWN_ACCOUNT: Final = reason("own_account", "nobody deactivates themselves: an administrator is always left")

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
    return at_work(named(people, person_id, field), field)


def at_work(person: Person, field: str) -> Person:
    """Whom a field names, or InvalidError at it for who does not work on tickets."""
    if not person.is_staff:
        raise InvalidError.at(field, NO_STAFF(name=person.name))
    return person


MOST_ADDRESSES: Final = 5

MOST_DEEDS: Final = 20


def terms_of(person: Person) -> tuple[str, ...]:
    """By what somebody is found: a limited number of words, and their number from each digit where it may begin."""
    from helpdesk.foundation.kernel.finding import forms_of  # noqa: PLC0415 - only who is written pays for it

    words = [
        *words_of(person.name)[:8],
        *(word for address in person.addresses for word in _of_address(address)),
        *words_of(person.organization or "")[:4],
        *(forms_of(person.phone) if person.phone else ()),
    ]
    return tuple(sorted(set(words)))


def _of_address(address: str) -> Sequence[str]:
    local, _, domain = address.partition("@")
    return [*words_of(local)[:4], *words_of(domain)[-4:]]


def is_found(person: Person, wanted: Sequence[Sequence[str]]) -> bool:
    terms = terms_of(person)
    return any(all(any(term.startswith(word) for term in terms) for word in words) for words in wanted)


def added(held: Person, address: str, at: datetime, by: Actor) -> Person:
    """With one address more: the first one of who had none."""
    if len(held.addresses) >= MOST_ADDRESSES:
        raise InvalidError.at("add_address", TOO_MANY(most=MOST_ADDRESSES))
    others = (*held.others, address) if held.email else held.others
    return _noted(replace(held, email=held.email or address, others=others), "added", address, at, by)


def removed(held: Person, address: str, at: datetime, by: Actor) -> Person:
    others = tuple(each for each in held.others if folded(each) != folded(address))
    if others == held.others:
        raise InvalidError.at("remove_address", NOT_THEIRS(name=held.name))
    return _noted(replace(held, others=others), "removed", address, at, by)


def joined(held: Person, lost: Person, at: datetime, by: Actor) -> Person:
    """One of two. What the kept one does not say, the other does."""
    if lost.role.is_staff or lost.teams:
        raise InvalidError.at("same_as", WORKS_HERE(name=lost.name))
    if not (held.active and lost.active):
        raise InvalidError.at("same_as", NOT_ACTIVE(name=(lost if held.active else held).name))
    addresses, ids = (*held.addresses, *lost.addresses), (*held.ids, *lost.ids)
    if max(len(addresses), len(ids)) > MOST_ADDRESSES:
        raise InvalidError.at("same_as", TOO_MANY(most=MOST_ADDRESSES))
    one = replace(
        held,
        email=addresses[0] if addresses else "",
        others=addresses[1:],
        former=ids[1:],
        phone=held.phone or lost.phone,
        organization=held.organization or lost.organization,
    )
    return _noted(one, "joined", lost.email, at, by)


def _noted(person: Person, what: What, address: str, at: datetime, by: Actor) -> Person:
    deed = Deed(what=what, address=address, at=at, by=PersonId(by.id), name=by.name)
    return replace(person, deeds=(*person.deeds, deed)[-MOST_DEEDS:])
