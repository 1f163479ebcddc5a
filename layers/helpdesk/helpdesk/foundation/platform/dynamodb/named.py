"""Documents with names that no other of their kind has: an item each, and one for each name with a copy.

Whoever knows a name finds the document in one read.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from helpdesk.foundation.kernel.errors import ConflictError, InvalidError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact


class Document(Struct, frozen=True, kw_only=True):
    """`names` are keys of items, each with what is said when it is another's; `title` is what people call it."""

    key: keys.Key
    id: str
    title: str
    version: int
    content: Item
    names: tuple[tuple[keys.Key, InvalidError], ...]


def save(tables: Tables, document: Document, given_up: Iterable[keys.Key]) -> None:
    """Save the version after the one it was made from with its names, or nothing.

    Raises ConflictError when it was saved meanwhile, and the error of a name that is another's.
    """
    released = [Write({"Delete": {"TableName": tables.main, "Key": key}}) for key in given_up]
    transact(tables.client, [*_writes(tables.main, document), *released])


def _writes(table: str, document: Document) -> Iterator[Write]:
    item = document.content | {"holder": keys.text(document.id), "version": keys.number(document.version)}
    moved = ConflictError(f"{document.title} was saved by somebody else meanwhile.")
    if document.version == 1:
        yield _put(table, document.key | item, moved, "attribute_not_exists(pk)")
    else:
        yield _put(table, document.key | item, moved, "version = :version", version=keys.number(document.version - 1))
    for key, taken in document.names:
        free = "attribute_not_exists(pk) OR holder = :holder"
        yield _put(table, key | item, taken, free, holder=keys.text(document.id))


def _put(table: str, item: Item, refusal: ConflictError | InvalidError, condition: str, **values: Any) -> Write:
    put: Item = {"TableName": table, "Item": item, "ConditionExpression": condition}
    if values:
        put["ExpressionAttributeValues"] = {f":{name}": value for name, value in values.items()}
    return Write({"Put": put}, refusal)
