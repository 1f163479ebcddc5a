"""Assets in DynamoDB: one item each, and one per name with a copy, which opening a ticket reads."""

from collections.abc import Iterable, Mapping, Sequence

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.named import Document, save
from helpdesk.adapters.dynamodb.transactions import Item, Tables
from helpdesk.domain.assets import Asset, folded, name_taken
from helpdesk.domain.errors import NotFoundError
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
        document = Document(
            key=keys.asset(asset.id),
            id=asset.id,
            title=asset.name,
            version=asset.version,
            content={"asset": keys.text(codec.encode(asset))},
            names=tuple((keys.asset_name(name), name_taken(asset, name)) for name in asset.names),
        )
        save(self._tables, document, map(keys.asset_name, gone))

    def _read(self, asset_id: str) -> Asset | None:
        item = self._tables.get(self._tables.main, keys.asset(asset_id))
        return _asset_of(item) if item else None


def name_keys(names: Iterable[str]) -> list[keys.Key]:
    """Each once: a request that names a key twice is refused."""
    return [keys.asset_name(name) for name in dict.fromkeys(map(folded, names)) if name]


def assets_by_name(items: Iterable[Item | None]) -> dict[str, Asset]:
    return {item["pk"]["S"].partition("#")[2]: _asset_of(item) for item in items if item}


def _asset_of(item: Item) -> Asset:
    return codec.decode(Asset, item["asset"]["S"])
