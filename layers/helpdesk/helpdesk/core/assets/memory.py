"""Assets."""

from collections.abc import Mapping, Sequence

from helpdesk.core.assets.ports import AssetPage
from helpdesk.core.assets.rules import Asset, name_taken
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryAssets:
    """See ports.Assets."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def named(self, names: Sequence[str]) -> Mapping[str, Asset]:
        with self._table.lock:
            return self._table.named_assets(names)

    def get(self, asset_id: str) -> Asset:
        found = self._table.assets.get(asset_id)
        if found is None:
            raise NotFoundError("asset", asset_id)
        return found

    def page(self, cursor: str | None, limit: int) -> AssetPage:
        with self._table.lock:
            after = [known for key, known in sorted(self._table.assets.items()) if key > (cursor or "")]
        found = tuple(after[:limit])
        return AssetPage(items=found, cursor=found[-1].id if len(after) > limit else None)

    def put(self, asset: Asset) -> None:
        with self._table.lock:
            before = self._table.assets.get(asset.id)
            if (before.version if before else 0) != asset.version - 1:
                raise ConflictError(f"{asset.name} was saved by somebody else meanwhile.")
            for name, holder in self._table.named_assets(asset.names).items():
                if holder.id != asset.id:
                    raise name_taken(asset, name)
            self._table.assets[asset.id] = asset
