"""Read and write capacity units of DynamoDB calls, by DynamoDB's rules from the size of what was read and written.

The emulator reports a query as half a unit whatever it read. A write costs a unit for each KB begun, twice that in a
transaction; a read one for each 4 KB begun when strongly consistent and half of it otherwise. Every index that holds
the item is written too, outside the transaction: not at all when what it projects stays the same, twice when its key
moves.
"""

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from tests.bench.calls import Call

Item = Mapping[str, Any]
Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    key: tuple[str, ...]
    projected: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Units:
    read: float = 0.0
    write: float = 0.0


def indexes(describe: Callable[..., dict[str, Any]], table: str) -> tuple[Index, ...]:
    found = describe(TableName=table)["Table"].get("GlobalSecondaryIndexes", [])
    return tuple(
        Index(
            key=tuple(part["AttributeName"] for part in index["KeySchema"]),
            projected=tuple(index["Projection"].get("NonKeyAttributes", ())),
        )
        for index in found
    )


class Meter:
    """Adds calls up in their order. `known` are the items as they were before, of those that calls will change."""

    def __init__(self, of_table: Mapping[str, Sequence[Index]], known: Iterable[tuple[str, Item]] = ()) -> None:
        self._of_table = of_table
        self._known: dict[Place, Item] = {_place(table, item): item for table, item in known}

    def units(self, calls: Iterable[Call]) -> Units:
        units = Units()
        for call in calls:
            if call.service == "dynamodb":
                units.read += _read_units(call)
                units.write += self._write_units(call)
        return units

    def _write_units(self, call: Call) -> float:
        request = call.request
        match call.operation:
            case "PutItem":
                return self._put(request["TableName"], request["Item"], 1)
            case "UpdateItem" | "DeleteItem":
                return self._changed(request, 1)
            case "TransactWriteItems":
                return sum(self._in_transaction(write) for write in request["TransactItems"])
            case "BatchWriteItem":
                puts = [(table, write["PutRequest"]["Item"]) for table, writes in request["RequestItems"].items()
                        for write in writes if "PutRequest" in write]  # fmt: skip
                return sum(self._put(table, item, 1) for table, item in puts)
        return 0.0

    def _in_transaction(self, write: dict[str, Any]) -> float:
        ((kind, request),) = write.items()
        if kind == "Put":
            return self._put(request["TableName"], request["Item"], 2)
        return self._changed(request, 2)

    def _put(self, table: str, item: Item, factor: int) -> float:
        before = self._known.get(_place(table, item), {})
        self._known[_place(table, item)] = item
        own = factor * ceil(max(item_size(item), item_size(before), 1) / 1024)
        return own + sum(_index_units(index, before, item) for index in self._of_table.get(table, ()))

    def _changed(self, request: dict[str, Any], factor: int) -> float:
        """Items that are updated in place are small counters and claims, in no index."""
        before = self._known.get(_place(request["TableName"], request["Key"]), {})
        written = item_size(request["Key"]) + item_size(request.get("ExpressionAttributeValues", {}))
        return factor * ceil(max(written, item_size(before)) / 1024)


def _index_units(index: Index, before: Item, after: Item) -> float:
    names = {*index.key, *index.projected, "pk", "sk"}
    old, new = _entry(index, before, names), _entry(index, after, names)
    if old == new:
        return 0.0
    moves = bool(old) and bool(new) and any(old[name] != new[name] for name in index.key)
    if moves:
        return _write_size(old) + _write_size(new)
    return _write_size(new or old)


def _entry(index: Index, item: Item, names: set[str]) -> Item:
    """The index's copy of the item; none when a key attribute is absent."""
    if any(name not in item for name in index.key):
        return {}
    return {name: value for name, value in item.items() if name in names}


def _write_size(item: Item) -> int:
    return ceil(item_size(item) / 1024)


def _read_units(call: Call) -> float:
    request, response = call.request, call.response
    match call.operation:
        case "GetItem":
            return _read_size(item_size(response.get("Item", {})), request)
        case "BatchGetItem":
            return sum(_batch_units(table, wanted, response) for table, wanted in request["RequestItems"].items())
        case "Query" | "Scan":
            return _read_size(sum(map(item_size, response.get("Items", []))), request)
    return 0.0


def _batch_units(table: str, wanted: dict[str, Any], response: dict[str, Any]) -> float:
    items = response["Responses"].get(table, [])
    missing = len(wanted["Keys"]) - len(items)
    return sum(_read_size(item_size(item), wanted) for item in items) + missing * _read_size(0, wanted)


def _read_size(size: int, request: Mapping[str, Any]) -> float:
    return max(1, ceil(size / 4096)) * (1.0 if request.get("ConsistentRead") else 0.5)


def _place(table: str, item: Item) -> Place:
    return table, item["pk"]["S"], item["sk"]["S"]


def item_size(item: Item) -> int:
    return sum(len(name.encode()) + _value_size(value) for name, value in item.items())


def _value_size(value: Mapping[str, Any]) -> int:
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "N":
            return ceil(len(content.lstrip("-").replace(".", "")) / 2) + 1 + content.startswith("-")
        case "B":
            return len(content) if isinstance(content, bytes) else len(b64decode(content))
        case "SS" | "NS" | "BS":
            return sum(len(part) for part in content)
        case "L":
            return 3 + sum(1 + _value_size(part) for part in content)
        case "M":
            return 3 + sum(1 + len(name.encode()) + _value_size(part) for name, part in content.items())
    return 1
