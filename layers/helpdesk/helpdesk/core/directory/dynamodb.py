"""People in DynamoDB: an item under each of their ids, and one under each of their addresses, all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from helpdesk.core.directory.rules import Newcomer, Person, Told, concerned, is_found, terms_of
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, Text, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

ATTEMPTS: Final = 10

PERSON: Final = "P#"

KEPT: Final = timedelta(seconds=60)

LAST: Final = "\U0010ffff"  # sorts after every letter

Following = Callable[[Person, Person], Sequence[Write]]

Seen = tuple[Person, Text | None]
"""Somebody, and what was read of them."""


class DynamoDirectory:
    """See ports.Directory. A person looked up by address is kept by the worker for a minute: it is who calls.

    `following` are the writes by which teams follow what somebody was and is, in the same transaction; `told` is told
    of teams in which they have more or less to do, afterwards.
    """

    def __init__(self, tables: Tables, wall: Callable[[], datetime], following: Following, told: Told) -> None:
        self._tables = tables
        self._wall = wall
        self._following = following
        self._told = told
        self._kept: dict[str, tuple[datetime, Person]] = {}

    def person(self, person_id: PersonId) -> Person:
        return person_of(self._item(person_id))

    def _item(self, person_id: PersonId) -> Item:
        item = self._tables.get(self._tables.main, person_key(person_id))
        if item is None:
            raise NotFoundError("person", person_id)
        return item

    def by_email(self, email: str) -> Person | None:
        if not email:
            return None
        address, now = folded(email), self._wall()
        if address in self._kept and now - self._kept[address][0] < KEPT:
            return self._kept[address][1]
        found = (self._tables.get(self._tables.main, key) for key in alias_keys(address))
        item = next(filter(None, found), None)
        if item is None:
            return None
        person = person_of(item)
        self._kept[address] = (now, person)
        return person

    def people(self, wanted: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        items = self._tables.get_many([person_key(each) for each in dict.fromkeys(wanted)])
        return {PersonId(item["pk"]["S"].removeprefix(PERSON)): person_of(item) for item in items}

    def having(self, addresses: Sequence[str]) -> Mapping[str, Person]:
        asked = {key["pk"]["S"]: (key, folded(each)) for each in addresses for key in alias_keys(each)}
        items = self._tables.get_many([key for key, _ in asked.values()])
        return {asked[item["pk"]["S"]][1]: person_of(item) for item in items}

    def meet(self, known: Sequence[PersonId], others: Sequence[Person]) -> Sequence[Person]:
        if not known and not others:
            return []
        aliases = [key for person in others for key in alias_keys(person.email)]
        wanted = {key["pk"]["S"]: key for key in (*map(person_key, known), *aliases)}
        found = {person.id: person for person in map(person_of, self._tables.get_many(list(wanted.values())))}
        ids = {each for person in found.values() for each in person.ids}
        if missing := next((each for each in known if each not in ids), None):
            raise NotFoundError("person", missing)
        addresses = {folded(address) for person in found.values() for address in person.addresses}
        for person in others:
            if folded(person.email) not in addresses:
                met = self._met(person)
                found[met.id] = met
        return list(found.values())

    def _met(self, stranger: Person) -> Person:
        is_first = self._written(newcomer_writes(self._tables, Newcomer(person=stranger)))
        return stranger if is_first else self.by_email(stranger.email) or stranger

    def find(self, wanted: Sequence[Sequence[str]], most: int) -> Sequence[Person]:
        ids = dict.fromkeys(PersonId(which) for words in wanted for which in self._with_terms(words, most))
        return [person for person in self.people(list(ids)).values() if is_found(person, wanted)][:most]

    def _with_terms(self, words: Sequence[str], most: int) -> Iterator[str]:
        """The first word leads to the items, the others narrow them."""
        first, *others = words
        narrowed = " AND ".join(f"contains(terms, :other{index})" for index in range(len(others)))
        options: dict[str, object] = {"FilterExpression": narrowed} if others else {"Limit": most}
        values = {f":other{index}": keys.text(f" {word}") for index, word in enumerate(others)}
        pk = term_key(first, "")["pk"]["S"]
        items, _ = self._tables.query(pk, first, f"{first}{LAST}", values, **options)
        yield from (item["sk"]["S"].rpartition("#")[2] for item in items[:most])

    def everybody(self) -> Iterator[Person]:
        people = {"FilterExpression": "sk = :person", "ExpressionAttributeValues": {":person": keys.text("P")}}
        for page in self._tables.client.get_paginator("scan").paginate(TableName=self._tables.main, **people):
            found = [(item["pk"], person_of(item)) for item in page["Items"]]
            yield from (person for pk, person in found if pk == person_key(person.id)["pk"])

    def index(self, person: Person) -> bool:
        same = check(self._tables, person_key(person.id), "person", keys.text(encoding.encode(person)))
        return self._written([same, *term_writes(self._tables, [], person)])

    def put_person(self, person: Person) -> None:
        self._forget(person)
        transact(self._tables.client, person_writes(self._tables, person))

    def _forget(self, person: Person) -> None:
        for address in person.addresses:
            self._kept.pop(folded(address), None)

    def change(self, person_id: PersonId, wanted: Callable[[Person], Person]) -> Person:
        return self.change_as(person_id, person_id, lambda held, _: wanted(held))

    def change_as(self, by: PersonId, person_id: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        for _ in range(ATTEMPTS):
            item = self._item(person_id)
            asking = item if by == person_id else self._item(by)
            held = person_of(item)
            self._forget(held)
            person = wanted(held, person_of(asking))
            if person == held:
                return held
            beside = [*self._following(held, person)]
            if by != person_id:
                beside.append(check(self._tables, person_key(by), "person", asking["person"]))
            self._forget(person)
            if self._written([*_writes(self._tables, person, [(held, item["person"])], free=True), *beside]):
                if teams := concerned(held, person):
                    self._told(person.id, teams)
                return person
        raise ConflictError("Many changes came at once. Please try again.")

    def join(self, kept: PersonId, other: PersonId, wanted: Callable[[Person, Person], Person]) -> Person:
        for _ in range(ATTEMPTS):
            both = [(person_of(item), item["person"]) for item in (self._item(kept), self._item(other))]
            held, lost = (person for person, _ in both)
            if held.id == lost.id:
                return held
            if not {*held.ids}.isdisjoint(lost.ids):  # they were joined after the one was read, before the other
                continue
            person = wanted(held, lost)
            self._forget(person)
            if self._written(_writes(self._tables, person, both, free=True)):
                return person
        raise ConflictError("Many changes came at once. Please try again.")

    def _written(self, writes: Sequence[Write]) -> bool:
        """Whether nobody else wrote first."""
        try:
            transact(self._tables.client, writes)
        except ConflictError:
            return False
        return True

    def add_person(self, person: Person) -> None:
        transact(self._tables.client, newcomer_writes(self._tables, Newcomer(person=person)))


def newcomer_writes(tables: Tables, newcomer: Newcomer) -> list[Write]:
    return _writes(tables, newcomer.person, [], free=True)


def person_writes(tables: Tables, person: Person, held: Person | None = None, seen: Text | None = None) -> list[Write]:
    """Somebody as they are now; `held` is who they were before, `seen` as what."""
    return _writes(tables, person, [(held, seen)] if held else [], free=held is not None)


def _writes(tables: Tables, person: Person, before: Sequence[Seen], *, free: bool) -> list[Write]:
    """The person under their ids, addresses and terms, in place of who they were `before`, as these were read. Where
    addresses are to be `free`, those have to be that nobody of these had.
    """
    document, taken = {"person": keys.text(encoding.encode(person))}, ConflictError("This address was given meanwhile.")
    seen = {held.id: text for held, text in before if text}
    had = {folded(address): address for held, _ in before for address in held.addresses}
    gone = [key for address in had.values() for key in alias_keys(address)[person.has(address) :]]
    writes = [
        _put(tables, person_key(each) | document, keys.holding("person", seen[each]) if each in seen else {}, moved())
        for each in person.ids
    ]
    for address in person.addresses:
        new = {"ConditionExpression": "attribute_not_exists(pk)"} if free and folded(address) not in had else {}
        writes.append(_put(tables, alias_keys(address)[0] | document, new, taken))
    return [*writes, *_deletes(tables, gone), *term_writes(tables, [held for held, _ in before], person)]


def term_writes(tables: Tables, before: Sequence[Person], person: Person) -> list[Write]:
    """An item for each term, with all of them; none while they stay."""
    had = {(term, held.id) for held in before for term in terms_of(held)}
    terms = terms_of(person)
    if had == {(term, person.id) for term in terms}:
        return []
    beside = {"terms": keys.text("".join(f" {term}" for term in terms))}
    gone = [term_key(*each) for each in sorted(had) if each not in {(term, person.id) for term in terms}]
    return [*_deletes(tables, gone), *(_put(tables, term_key(term, person.id) | beside, {}) for term in terms)]


def _put(tables: Tables, item: Item, holds: dict[str, Any], why: ConflictError | None = None) -> Write:
    return Write({"Put": {"TableName": tables.main, "Item": item} | holds}, why)


def _deletes(tables: Tables, gone: Sequence[Key]) -> list[Write]:
    return [Write({"Delete": {"TableName": tables.main, "Key": key}}) for key in gone]


def term_key(term: str, person_id: str) -> Key:
    return item_key(f"FIND#{term[:1]}", f"{term}#{person_id}" if person_id else term)


def moved() -> ConflictError:
    return ConflictError("This person was changed meanwhile.")


def check(tables: Tables, key: Key, attribute: str, seen: Text | None) -> Write:
    """That something is as it was read when the rest is written."""
    return Write({"ConditionCheck": {"TableName": tables.main, "Key": key} | keys.holding(attribute, seen)}, moved())


def person_of(item: Item) -> Person:
    return encoding.decode(Person, item["person"]["S"])


def person_key(person_id: str) -> Key:
    return item_key(f"{PERSON}{person_id}", "P")


def alias_keys(email: str) -> list[Key]:
    """Where somebody is found by their address: where they are put first, then where they were put when domains were
    kept in their own letters. Nowhere without one.
    """
    forms = dict.fromkeys((folded(email), shown(email))) if email else ()
    return [item_key(f"A#{address}", "A") for address in forms]
