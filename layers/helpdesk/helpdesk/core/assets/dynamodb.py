"""Assets in DynamoDB: one item each, and one per name with a copy, which opening a ticket reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from helpdesk.core.assets.ports import AssetPage
from helpdesk.core.assets.rules import Asset, folded, name_taken
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.named import Document, save
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables


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
        items, _ = self._tables.query(ASSETS, after, "A#~", Limit=limit + 1)
        found = tuple(_asset_of(item) for item in items[:limit])
        return AssetPage(items=found, cursor=found[-1].id if len(items) > limit else None)

    def put(self, asset: Asset) -> None:
        before = self._read(asset.id) if asset.version > 1 else None
        gone = (before.names if before else frozenset()) - asset.names
        document = Document(
            key=asset_key(asset.id),
            id=asset.id,
            title=asset.name,
            version=asset.version,
            content={"asset": keys.text(encoding.encode(asset))},
            names=tuple((name_key(name), name_taken(asset, name)) for name in asset.names),
        )
        save(self._tables, document, map(name_key, gone))

    def _read(self, asset_id: str) -> Asset | None:
        item = self._tables.get(self._tables.main, asset_key(asset_id))
        return _asset_of(item) if item else None


def name_keys(names: Iterable[str]) -> list[keys.Key]:
    """Each once: a request that names a key twice is refused."""
    return [name_key(name) for name in dict.fromkeys(map(folded, names)) if name]


def assets_by_name(items: Iterable[Item | None]) -> dict[str, Asset]:
    return {item["pk"]["S"].partition("#")[2]: _asset_of(item) for item in items if item}


def _asset_of(item: Item) -> Asset:
    return encoding.decode(Asset, item["asset"]["S"])


ASSETS: Final = "ASSETS"


def asset_key(asset_id: str) -> Key:
    return item_key(ASSETS, f"A#{asset_id}")


def name_key(folded: str) -> Key:
    return item_key(f"ASSET#{folded}", "ASSET")
