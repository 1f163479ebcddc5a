"""People in DynamoDB: an item under their id, and one under their address."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Tables, Write, transact
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.domain.people import Person, normalize_email
from helpdesk.domain.vocabulary import PersonId

KEPT: Final = timedelta(seconds=60)
Following = Callable[[Person], Sequence[Write]]


class DynamoDirectory:
    """See ports.Directory. A person looked up by address is kept by the worker for a minute: it is who calls.

    `following` are the writes by which others follow somebody's role and teams, in the same transaction.
    """

    def __init__(self, tables: Tables, wall: Callable[[], datetime], following: Following) -> None:
        self._tables = tables
        self._wall = wall
        self._following = following
        self._kept: dict[str, tuple[datetime, Person]] = {}

    def person(self, person_id: PersonId) -> Person:
        item = self._tables.get(self._tables.main, keys.person(person_id))
        if item is None:
            raise NotFoundError("person", person_id)
        return codec.decode(Person, item["person"]["S"])

    def by_email(self, email: str) -> Person | None:
        address, now = normalize_email(email), self._wall()
        if address in self._kept and now - self._kept[address][0] < KEPT:
            return self._kept[address][1]
        item = self._tables.get(self._tables.main, keys.alias(address))
        if item is None:
            return None
        person = codec.decode(Person, item["person"]["S"])
        self._kept[address] = (now, person)
        return person

    def put_person(self, person: Person) -> None:
        self._put(person)

    def put_staff(self, person: Person) -> None:
        self._put(person, self._following(person))

    def _put(self, person: Person, beside: Sequence[Write] = ()) -> None:
        self._kept.pop(normalize_email(person.email), None)
        transact(self._tables.client, [*person_writes(self._tables, person, new=False), *beside])

    def add_person(self, person: Person) -> None:
        transact(self._tables.client, person_writes(self._tables, person, new=True))


def person_writes(tables: Tables, person: Person, *, new: bool) -> list[Write]:
    """The person under their id and under their address. A new address must be free."""
    document = {"person": keys.text(codec.encode(person))}
    condition = {"ConditionExpression": "attribute_not_exists(pk)"} if new else {}
    alias = {"TableName": tables.main, "Item": keys.alias(person.email) | document} | condition
    refusal = ConflictError("This address came into the directory meanwhile.")
    return [
        Write({"Put": {"TableName": tables.main, "Item": keys.person(person.id) | document}}),
        Write({"Put": alias}, refusal),
    ]
