"""Named things in DynamoDB: an item each, and one for each name with a copy.

Whoever knows a name finds the thing in one read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Generic

from msgspec import Struct

from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError, NotFoundError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact
from helpdesk.foundation.platform.named import Kind, NamedPage, T, is_begun

MINUTE: Final = timedelta(minutes=1)

LAST: Final = "\U0010ffff"  # sorts after every letter

LOOKED_AT: Final = 100


class Shelf(Struct, Generic[T], frozen=True, kw_only=True):
    """Where things of a kind lie."""

    kind: Kind[T]
    partition: str
    """Of all of them, in the order of their ids: "ASSETS"."""
    prefix: str
    """Of their sort keys: "A#"."""
    attribute: str
    """Holds one as JSON: "asset"."""
    claims: str
    """Of the items that say whose a name is: "ASSET" of "ASSET#inv 7"."""
    kept: timedelta = timedelta()
    """How long a worker keeps what it found."""

    def key(self, which: str) -> keys.Key:
        return keys.item_key(self.partition, f"{self.prefix}{which}")

    def claim(self, name: str) -> keys.Key:
        return keys.item_key(f"{self.claims}#{name}", self.claims)

    def claimed_by(self, names: Iterable[str]) -> list[keys.Key]:
        """Keys of the claims of names, however they are written."""
        return [self.claim(name) for name in self.kind.wanted(names)]

    def thing(self, item: Item) -> T:
        return encoding.decode(self.kind.shape, item[self.attribute]["S"])

    def term(self, term: str, which: str = "") -> keys.Key:
        """Where it is said who is found by what begins so."""
        return keys.item_key(f"FIND#{self.partition}#{term[:1]}", f"{term}#{which}" if which else term)

    def by_name(self, items: Iterable[Item]) -> dict[str, T]:
        """What the claims among some items say: things by their names."""
        claims = (item for item in items if item["sk"]["S"] == self.claims)
        return {item["pk"]["S"].partition("#")[2]: self.thing(item) for item in claims}


class DynamoNamed(Generic[T]):
    """See platform.named.NamedStore."""

    def __init__(self, tables: Tables, shelf: Shelf[T]) -> None:
        self._tables = tables
        self._shelf = shelf
        self._kept: dict[str, tuple[datetime, T | None]] = {}

    def get(self, which: str) -> T:
        found = self._read(which)
        if found is None:
            raise NotFoundError(self._shelf.kind.called, which)
        return found

    def find(self, which: str) -> T | None:
        if not self._shelf.kept:
            return self._read(which)
        now = self._tables.wall()
        read_at, found = self._kept.get(which, (None, None))
        if read_at is None or now - read_at >= self._shelf.kept:
            found = self._read(which)
            self._kept[which] = (now, found)
        return found

    def named(self, names: Sequence[str]) -> Mapping[str, T]:
        wanted = self._shelf.claimed_by(names)
        return self._shelf.by_name(self._tables.get_many(wanted)) if wanted else {}

    def known(self, ids: Sequence[str]) -> Mapping[str, T]:
        wanted = [self._shelf.key(which) for which in dict.fromkeys(ids)]
        found = map(self._shelf.thing, self._tables.get_many(wanted)) if wanted else ()
        return {thing.id: thing for thing in found}

    def begun(self, words: Sequence[str], most: int) -> Sequence[T]:
        """The first word leads to the items, the others narrow them."""
        if not words:
            return []
        first, *others = words
        narrowed = " AND ".join(f"contains(terms, :other{index})" for index in range(len(others)))
        options: dict[str, object] = {"FilterExpression": narrowed} if others else {"Limit": LOOKED_AT}
        values = {f":other{index}": keys.text(f" {word}") for index, word in enumerate(others)}
        pk = self._shelf.term(first)["pk"]["S"]
        items, _ = self._tables.query(pk, first, f"{first}{LAST}", values, **options)
        ids = dict.fromkeys(item["sk"]["S"].rpartition("#")[2] for item in items)
        found = self.known(list(ids)[:LOOKED_AT])
        terms = self._shelf.kind.terms
        return [found[which] for which in sorted(found) if is_begun(terms(found[which]), words)][:most]

    def index(self, thing: T) -> bool:
        key, version = self._shelf.key(thing.id), keys.number(thing.version)
        check = {
            "TableName": self._tables.main,
            "Key": key,
            "ConditionExpression": "version = :version",
            "ExpressionAttributeValues": {":version": version},
        }
        same = Write({"ConditionCheck": check}, ConflictError(f"{thing.name} was saved meanwhile."))
        try:
            transact(self._tables.client, [same, *self._term_writes(thing, None)])
        except ConflictError:
            return False
        return True

    def page(self, cursor: str | None, limit: int) -> NamedPage[T]:
        shelf = self._shelf
        after = f"{shelf.prefix}{cursor}\x00" if cursor else shelf.prefix
        items, _ = self._tables.query(shelf.partition, after, f"{shelf.prefix}~", Limit=limit + 1)
        found = tuple(map(shelf.thing, items[:limit]))
        return NamedPage(items=found, cursor=found[-1].id if len(items) > limit else None)

    def put(self, saved: T) -> None:
        before = self._read(saved.id) if saved.version > 1 else None
        transact(self._tables.client, list(self._writes(saved, before)))
        self._kept.pop(saved.id, None)

    def _read(self, which: str) -> T | None:
        item = self._tables.get(self._tables.main, self._shelf.key(which))
        return self._shelf.thing(item) if item else None

    def _writes(self, saved: T, before: T | None) -> Iterator[Write]:
        shelf, kind = self._shelf, self._shelf.kind
        item = {
            shelf.attribute: keys.text(encoding.encode(saved)),
            "holder": keys.text(saved.id),
            "version": keys.number(saved.version),
        }
        yield self._follow(shelf.key(saved.id) | item, saved)
        names = list(kind.names(saved))
        free = "attribute_not_exists(pk) OR holder = :holder"
        for name in names:
            yield self._put(shelf.claim(name) | item, kind.taken(saved, name), free, holder=item["holder"])
        for name in set(kind.names(before) if before else ()) - set(names):
            yield Write({"Delete": {"TableName": self._tables.main, "Key": shelf.claim(name)}})
        yield from self._term_writes(saved, before)

    def _term_writes(self, saved: T, before: T | None) -> Iterator[Write]:
        """An item for each term, with all of them; none while they stay."""
        shelf, table = self._shelf, self._tables.main
        terms, gone = sorted(set(shelf.kind.terms(saved))), sorted(set(shelf.kind.terms(before) if before else ()))
        if terms == gone:
            return
        beside = {"terms": keys.text("".join(f" {term}" for term in terms))}
        for term in terms:
            yield Write({"Put": {"TableName": table, "Item": shelf.term(term, saved.id) | beside}})
        for term in set(gone) - set(terms):
            yield Write({"Delete": {"TableName": table, "Key": shelf.term(term, saved.id)}})

    def _follow(self, item: Item, saved: T) -> Write:
        """It itself, if it is now what it was made from."""
        moved = ConflictError(f"{saved.name} was saved by somebody else meanwhile.")
        if saved.version == 1:
            return self._put(item, moved, "attribute_not_exists(pk)")
        return self._put(item, moved, "version = :version", version=keys.number(saved.version - 1))

    def _put(self, item: Item, refusal: ConflictError | InvalidError, condition: str, **values: Any) -> Write:
        put: Item = {"TableName": self._tables.main, "Item": item, "ConditionExpression": condition}
        if values:
            put["ExpressionAttributeValues"] = {f":{name}": value for name, value in values.items()}
        return Write({"Put": put}, refusal)
