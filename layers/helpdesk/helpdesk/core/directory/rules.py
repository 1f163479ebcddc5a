"""People: those who ask and those who answer."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId


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

    @property
    def is_staff(self) -> bool:
        return self.active and self.role.is_staff

    def joined(self, team: TeamId) -> "Person":
        return self if team in self.teams else replace(self, teams=(*self.teams, team))

    def left(self, team: TeamId) -> "Person":
        return replace(self, teams=tuple(each for each in self.teams if each != team))

    def as_actor(self) -> Actor:
        scope = self.teams if self.external and self.role.is_staff else None
        return Actor(id=self.id, role=self.role, name=self.name, only_teams=scope)


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


NO_PHONE: Final = reason("no_phone", "is no phone number such as +49 30 901820")

ADDRESS_TAKEN: Final = reason("address_taken", "{name} has this address")

HAS_ADDRESS: Final = reason("has_address", "there is an address already: it is by this that they sign in")

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


FEWEST_DIGITS, MOST_DIGITS = 3, 15

ENDING: Final = 7
"""Numbers that end with the same so many digits may be one, once with its country and once without."""

MOST_WORDS: Final = 5

LONGEST_WORD: Final = 40

_NUMBER: Final = re.compile(r"\+?[0-9\s()./\u2010-\u2015-]+", re.ASCII)

# Letters that are written apart from others, and do not come apart themselves.
_PLAIN: Final = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})


def phone_of(written: str) -> str | None:
    """A phone number in one form: `+` and digits; as it is dialled where it names no country. None if it is none."""
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in written.strip())
    digits = _dialled(plain)
    abroad = plain.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if abroad else digits
    fits = len(digits.lstrip("0")) >= FEWEST_DIGITS and len(digits) <= MOST_DIGITS
    fits = fits and not (abroad and digits.startswith("0"))
    if not _NUMBER.fullmatch(plain) or not fits or "+" in plain[1:]:
        return None
    return f"+{digits}" if abroad else digits


def _dialled(plain: str) -> str:
    """The digits, without the 0 that is dialled only inside a country."""
    abroad = plain.startswith(("+", "00"))
    return re.sub(r"\D", "", plain.replace("(0)", "") if abroad else plain, flags=re.ASCII)


def plain(text: str) -> str:
    """The form in which words are compared: without marks on letters and capitals, `ae`, `oe` and `ue` as the letters
    they stand for. What begins a word begins it in this form, too.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()).casefold()
    bare = "".join(sign for sign in folded if unicodedata.category(sign)[0] != "M").translate(_PLAIN)
    return re.sub(r"([aou])e", r"\1", bare)


def words_of(text: str) -> list[str]:
    """Words in the form in which people are found."""
    return [word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", plain(text))]


def terms_of(person: Person) -> tuple[str, ...]:
    """By what somebody is found: a limited number of words, and their number from each digit where it may begin."""
    local, _, domain = person.email.partition("@")
    words = [
        *words_of(person.name)[:8],
        *words_of(local)[:4],
        *words_of(domain)[-4:],
        *words_of(person.organization or "")[:4],
        *(forms_of(person.phone) if person.phone else ()),
    ]
    return tuple(sorted(set(words)))


def forms_of(phone: str) -> Iterator[str]:
    """From where it may be dialled: with its country, whose code has up to three digits, and inside it. By its end,
    where the country is not known.
    """
    digits = phone.removeprefix("+").lstrip("0")
    if phone.startswith("+"):
        yield from (digits[start:] for start in range(4) if digits[start:])
    elif digits:
        yield from (digits, f"~{digits[::-1]}")


def sought(written: str) -> tuple[tuple[str, ...], ...]:
    """What was typed, as words of which all are to be found. A number with its country is also looked for by its end,
    as those may be noted who were called inside the country.
    """
    typed = written.strip()
    if _NUMBER.fullmatch(typed) and len(digits := _dialled(typed).lstrip("0")) >= FEWEST_DIGITS:
        abroad = typed.startswith(("+", "00")) and len(digits) >= ENDING
        return ((digits,), (f"~{digits[::-1][:ENDING]}",)) if abroad else ((digits,),)
    name, _, domain = written.partition("@")
    # The longest says most; a domain is that of many.
    words = [word for part in (name, domain) for word in sorted(words_of(part), key=len, reverse=True)]
    return (tuple(islice(dict.fromkeys(words), MOST_WORDS)),) if words else ()


def is_found(person: Person, wanted: Sequence[Sequence[str]]) -> bool:
    terms = terms_of(person)
    return any(all(any(term.startswith(word) for term in terms) for word in words) for words in wanted)
