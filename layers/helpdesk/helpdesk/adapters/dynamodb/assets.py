"""Assets in DynamoDB: one item each, and one per name with a copy, which opening a ticket reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables, Write, transact
from helpdesk.domain.assets import Asset, folded, name_taken
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.ports import AssetPage


class DynamoAssets:
    """See ports.Assets."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def named(self, names: Sequence[str]) -> Mapping[str, Asset]:
        wanted = name_keys(names)
        return assets_by_name(self._tables.get_many(wanted)) if wanted else {}

    def get(self, asset_id: str) -> Asset:
        found = self._read(asset_id)
        if found is None:
            raise NotFoundError("asset", asset_id)
        return found

    def page(self, cursor: str | None, limit: int) -> AssetPage:
        after = f"A#{cursor}\x00" if cursor else "A#"
        items, _ = self._tables.query(keys.ASSETS, after, "A#~", Limit=limit + 1)
        found = tuple(_asset_of(item) for item in items[:limit])
        return AssetPage(items=found, cursor=found[-1].id if len(items) > limit else None)

    def put(self, asset: Asset) -> None:
        before = self._read(asset.id) if asset.version > 1 else None
        gone = (before.names if before else frozenset()) - asset.names
        transact(self._tables.client, [*self._writes(asset), *(self._release(name) for name in gone)])

    def _read(self, asset_id: str) -> Asset | None:
        item = self._tables.get(self._tables.main, keys.asset(asset_id))
        return _asset_of(item) if item else None

    def _writes(self, asset: Asset) -> Iterator[Write]:
        document = {
            "asset": keys.text(codec.encode(asset)),
            "holder": keys.text(asset.id),
            "version": keys.number(asset.version),
        }
        moved = ConflictError(f"{asset.name} was saved by somebody else meanwhile.")
        unmoved = "attribute_not_exists(pk)" if asset.version == 1 else "version = :version"
        value = {":version": keys.number(asset.version - 1)} if asset.version > 1 else {}
        yield self._put(keys.asset(asset.id) | document, unmoved, value, moved)
        for name in asset.names:
            own = {":holder": keys.text(asset.id)}
            free = "attribute_not_exists(pk) OR holder = :holder"
            yield self._put(keys.asset_name(name) | document, free, own, name_taken(asset, name))

    def _put(self, item: Item, condition: str, values: Item, refusal: Any) -> Write:
        put: Item = {"TableName": self._tables.main, "Item": item, "ConditionExpression": condition}
        return Write({"Put": put | ({"ExpressionAttributeValues": values} if values else {})}, refusal)

    def _release(self, name: str) -> Write:
        return Write({"Delete": {"TableName": self._tables.main, "Key": keys.asset_name(name)}})


def name_keys(names: Iterable[str]) -> list[keys.Key]:
    """Each once: a request that names a key twice is refused."""
    return [keys.asset_name(name) for name in dict.fromkeys(map(folded, names)) if name]


def assets_by_name(items: Iterable[Item | None]) -> dict[str, Asset]:
    return {item["pk"]["S"].partition("#")[2]: _asset_of(item) for item in items if item}


def _asset_of(item: Item) -> Asset:
    return codec.decode(Asset, item["asset"]["S"])
