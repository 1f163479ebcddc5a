"""People."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.core.directory.rules import Newcomer, Person, Told, concerned, is_found
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class PeopleRows:
    people: dict[PersonId, Person] = field(default_factory=dict)
    addresses: dict[str, Person] = field(default_factory=dict)

    def put(self, person: Person) -> None:
        held = self.people.get(person.id)
        for address in held.addresses if held else ():
            self.addresses.pop(folded(address), None)
        self.people.update(dict.fromkeys(person.ids, person))
        self.addresses.update({folded(address): person for address in person.addresses})

    def everybody(self) -> list[Person]:
        return [person for each, person in self.people.items() if each == person.id]


class MemoryDirectory:
    """See ports.Directory. `follow` lets teams follow what somebody was and is, `told` is told of it afterwards."""

    def __init__(self, table: MemoryTable, follow: Callable[[Person, Person], None], told: Told) -> None:
        self._table = table
        self._rows = table.rows(PeopleRows)
        self._follow = follow
        self._told = told

    def person(self, person_id: PersonId) -> Person:
        with self._table.lock:
            if person_id not in self._rows.people:
                raise NotFoundError("person", person_id)
            return self._rows.people[person_id]

    def by_email(self, email: str) -> Person | None:
        with self._table.lock:
            return self._rows.addresses.get(folded(email))

    def people(self, wanted: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        with self._table.lock:
            return {each: self._rows.people[each] for each in wanted if each in self._rows.people}

    def having(self, addresses: Sequence[str]) -> Mapping[str, Person]:
        with self._table.lock:
            found = ((folded(each), self.by_email(each)) for each in addresses)
            return {address: person for address, person in found if person}

    def meet(self, known: Sequence[PersonId], others: Sequence[Person]) -> Sequence[Person]:
        with self._table.lock:
            ids = [self.person(person_id).id for person_id in known]
            for person in others:
                if not self.by_email(person.email):
                    self.put_person(person)
            held = [self._rows.addresses[folded(person.email)] for person in others]
            return list({person.id: person for person in (*self.people(ids).values(), *held)}.values())

    def find(self, wanted: Sequence[Sequence[str]], most: int) -> Sequence[Person]:
        with self._table.lock:
            return [each for each in self._rows.everybody() if is_found(each, wanted)][:most]

    def everybody(self) -> Iterator[Person]:
        with self._table.lock:
            yield from self._rows.everybody()

    def index(self, person: Person) -> bool:
        return self.people([person.id]).get(person.id) == person

    def put_person(self, person: Person) -> None:
        with self._table.lock:
            self._rows.put(person)

    def change(self, person_id: PersonId, wanted: Callable[[Person], Person]) -> Person:
        return self.change_as(person_id, person_id, lambda held, _: wanted(held))

    def change_as(self, by: PersonId, person_id: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        with self._table.lock:
            held = self.person(person_id)
            person = wanted(held, self.person(by))
            if any(self.by_email(each) for each in person.addresses if not held.has(each)):
                raise ConflictError("This address came into the directory meanwhile.")
            self.put_person(person)
            self._follow(held, person)
        if teams := concerned(held, person):
            self._told(person.id, teams)
        return person

    def join(self, kept: PersonId, other: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        with self._table.lock:
            held, lost = self.person(kept), self.person(other)
            if held.id == lost.id:
                return held
            person = wanted(held, lost)
            self.put_person(person)
            return person

    def add_person(self, person: Person) -> None:
        with self._table.lock:
            if self.by_email(person.email):
                raise ConflictError("This address came into the directory meanwhile.")
            self.put_person(person)


def check_newcomer(table: MemoryTable, newcomer: Newcomer) -> None:
    if folded(newcomer.person.email) in table.rows(PeopleRows).addresses:
        raise ConflictError("This address came into the directory meanwhile.")


def write_newcomer(table: MemoryTable, newcomer: Newcomer) -> None:
    table.rows(PeopleRows).put(newcomer.person)
