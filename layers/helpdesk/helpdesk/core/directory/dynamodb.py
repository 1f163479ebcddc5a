"""People in DynamoDB: an item under their id, and one under their address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from helpdesk.core.directory.rules import Newcomer, Person, Told
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

ATTEMPTS: Final = 5

KEPT: Final = timedelta(seconds=60)

Following = Callable[[Person], Sequence[Write]]


class DynamoDirectory:
    """See ports.Directory. A person looked up by address is kept by the worker for a minute: it is who calls.

    `following` are the writes by which others follow somebody's role and teams, in the same transaction; `told` is told
    of them afterwards.
    """

    def __init__(self, tables: Tables, wall: Callable[[], datetime], following: Following, told: Told) -> None:
        self._tables = tables
        self._wall = wall
        self._following = following
        self._told = told
        self._kept: dict[str, tuple[datetime, Person]] = {}

    def person(self, person_id: PersonId) -> Person:
        return encoding.decode(Person, self._item(person_id)["person"]["S"])

    def _item(self, person_id: PersonId) -> Item:
        item = self._tables.get(self._tables.main, person_key(person_id))
        if item is None:
            raise NotFoundError("person", person_id)
        return item

    def by_email(self, email: str) -> Person | None:
        address, now = folded(email), self._wall()
        if address in self._kept and now - self._kept[address][0] < KEPT:
            return self._kept[address][1]
        found = (self._tables.get(self._tables.main, key) for key in alias_keys(address))
        item = next(filter(None, found), None)
        if item is None:
            return None
        person = encoding.decode(Person, item["person"]["S"])
        self._kept[address] = (now, person)
        return person

    def put_person(self, person: Person) -> None:
        self._put(person)

    def put_staff(self, person: Person) -> None:
        self._put(person, self._following(person))
        self._told(person.id, person.teams)

    def _put(self, person: Person, beside: Sequence[Write] = (), seen: Mapping[str, str] | None = None) -> None:
        self._kept.pop(folded(person.email), None)
        transact(self._tables.client, [*person_writes(self._tables, person, new=False, seen=seen), *beside])

    def change(self, person_id: PersonId, wanted: Callable[[Person], Person]) -> Person:
        for _ in range(ATTEMPTS):
            item = self._item(person_id)
            held = encoding.decode(Person, item["person"]["S"])
            person = wanted(held)
            if person == held:
                return held
            try:
                self._put(person, seen=item["person"])
            except ConflictError:
                continue
            return person
        raise ConflictError("Many changes came at once. Please try again.")

    def add_person(self, person: Person) -> None:
        transact(self._tables.client, person_writes(self._tables, person, new=True))


def newcomer_writes(tables: Tables, newcomer: Newcomer) -> list[Write]:
    return person_writes(tables, newcomer.person, new=True)


def person_writes(tables: Tables, person: Person, *, new: bool, seen: Mapping[str, str] | None = None) -> list[Write]:
    """The person under their id and under their address. A new address must be free; what was `seen` must be held."""
    document = {"person": keys.text(encoding.encode(person))}
    condition = {"ConditionExpression": "attribute_not_exists(pk)"} if new else {}
    alias = {"TableName": tables.main, "Item": alias_keys(person.email)[0] | document} | condition
    taken = ConflictError("This address came into the directory meanwhile.")
    moved = ConflictError("This person was changed meanwhile.")
    held = {"ConditionExpression": "person = :seen", "ExpressionAttributeValues": {":seen": seen}} if seen else {}
    return [
        Write({"Put": {"TableName": tables.main, "Item": person_key(person.id) | document} | held}, moved),
        Write({"Put": alias}, taken),
    ]


def person_key(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "P")


def alias_keys(email: str) -> list[Key]:
    """Where somebody is found by their address: where they are put first, then where they were put when domains were
    kept in their own letters.
    """
    return [item_key(f"A#{address}", "A") for address in dict.fromkeys((folded(email), shown(email)))]
