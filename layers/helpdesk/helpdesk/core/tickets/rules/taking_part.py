"""Who takes part in a ticket beside its requester."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.participants import Came, Participant, ParticipantAdded, ParticipantRemoved
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import TOO_MANY, reason
from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.rules.writing import Invited
    from helpdesk.foundation.desk import Desk

MOST: Final = 30
"""In one ticket: all of them go into one transaction with the ticket that follows a full one."""

UNREACHABLE: Final = reason("unreachable", "{name} cannot be sent mail: there is no address, or no account any more")


def known(desk: Desk, invited: Sequence[Invited], language: str, field: str) -> list[Person]:
    """Who they are, each once, in the order in which they were named; who has an address that nobody has comes into the
    directory. One request, and one for each newcomer: somebody is up to twenty items, and a transaction has a hundred.

    InvalidError at the field that names them for an id that nobody has.
    """
    from helpdesk.core.directory.rules import NO_PERSON, Person  # noqa: PLC0415 - only who names somebody pays for it

    by_address = {folded(each.email): each for each in invited if each.email and not each.person}
    strangers = [
        Person(id=PersonId(desk.new_id()), name=each.name or shown(address), email=shown(address), language=language)
        for address, each in by_address.items()
    ]
    try:
        found = desk.directory.meet([each.person for each in invited if each.person], strangers)
    except NotFoundError as error:
        raise InvalidError.at(field, NO_PERSON(name=error.which)) from error
    by_id = {name: person for person in found for name in person.ids}
    having = {folded(address): person for person in found for address in person.addresses}
    named = (
        by_id.get(each.person) if each.person else _named_at(having.get(folded(each.email)), each.email)
        for each in invited
    )
    met: dict[PersonId, Person] = {}
    for person in filter(None, named):
        met.setdefault(person.id, person)
    return list(met.values())


def _named_at(person: Person | None, address: str) -> Person | None:
    """As they were named: by this of their addresses, at which they are written to."""
    return person.reached_at(address) if person else None


def is_reachable(person: Person) -> bool:
    return person.active and bool(person.email)


def added(
    people: Iterable[Person], came: Came, requester: PersonId, taking_part: Sequence[Participant] = ()
) -> list[Fact]:
    """That they take part from now on, those who do not yet: as many as there is room for, of whom mail can reach."""
    there = {requester, *(each.person for each in taking_part)}
    wanted = [person for person in people if there.isdisjoint(person.ids) and is_reachable(person)]
    return [
        Fact(
            event=ParticipantAdded(person=person.id, came=came), personal=Personal(name=person.name, email=person.email)
        )
        for person in wanted[: max(0, MOST - len(taking_part))]
    ]


def check_all(people: Sequence[Person], ticket: Ticket, field: str) -> None:
    """That all of them can take part, or InvalidError at the field that names them: who names them is there to read
    it. From a mail come those who can.
    """
    if unreachable := next((person for person in people if not is_reachable(person)), None):
        raise InvalidError.at(field, UNREACHABLE(name=unreachable.name))
    there = {ticket.requester, *(each.person for each in ticket.participants)}
    if len(ticket.participants) + len({each.id for each in people if there.isdisjoint(each.ids)}) > MOST:
        raise InvalidError.at(field, TOO_MANY(most=MOST))


def blind(desk: Desk, ticket: Ticket, cc: Sequence[Invited], bcc: Sequence[Invited]) -> tuple[str, ...]:
    """The addresses of those in `bcc`, each once; who gets the message openly gets it so. Nobody comes into the
    directory by it. Two requests.

    InvalidError for an id that nobody has, and for who cannot be sent mail.
    """
    from helpdesk.core.directory.rules import NO_PERSON  # noqa: PLC0415 - only who names somebody pays for it

    people = desk.directory.people([each.person for each in (*cc, *bcc) if each.person])
    having = desk.directory.having([each.email for each in bcc if not each.person])
    openly, there = _openly(ticket, people, cc), {ticket.requester, *(each.person for each in ticket.participants)}
    found: dict[str, str] = {}
    for each in bcc:
        person = people.get(each.person) if each.person else having.get(folded(each.email))
        if each.person and person is None:
            raise InvalidError.at("bcc", NO_PERSON(name=each.person))
        if person and not is_reachable(person):
            raise InvalidError.at("bcc", UNREACHABLE(name=person.name))
        if person and not there.isdisjoint(person.ids):
            continue
        address = person.email if person and each.person else each.email
        found.setdefault(folded(address), shown(address))
    return tuple(address for form, address in found.items() if form not in openly)


def _openly(ticket: Ticket, people: Mapping[PersonId, Person], cc: Sequence[Invited]) -> set[str]:
    met = (people.get(each.person) if each.person else None for each in cc)
    named = [person.email if person else each.email for person, each in zip(met, cc, strict=True)]
    return {folded(each) for each in (ticket.requester_email, *(it.email for it in ticket.participants), *named)}


def removed(ticket: Ticket, person: PersonId) -> list[Fact]:
    return [
        Fact(event=ParticipantRemoved(person=person), personal=Personal(name=each.name or None))
        for each in ticket.participants
        if each.person == person
    ]


def in_sequel(ticket: Ticket) -> list[Fact]:
    """That those who take part in a ticket do so in the one that follows it."""
    return [
        Fact(
            event=ParticipantAdded(person=each.person, came=each.came),
            personal=Personal(name=each.name or None, email=each.email or None),
        )
        for each in ticket.participants
    ]
