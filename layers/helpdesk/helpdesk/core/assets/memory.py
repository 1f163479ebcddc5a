"""Assets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from helpdesk.core.assets.ports import AssetPage
from helpdesk.core.assets.rules import Asset, folded, name_taken
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class AssetRows:
    assets: dict[str, Asset] = field(default_factory=dict)

    def named(self, names: Iterable[str]) -> dict[str, Asset]:
        wanted = {folded(name) for name in names}
        return {name: asset for asset in self.assets.values() for name in asset.names & wanted}


class MemoryAssets:
    """See ports.Assets."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(AssetRows)

    def named(self, names: Sequence[str]) -> Mapping[str, Asset]:
        with self._table.lock:
            return self._rows.named(names)

    def get(self, asset_id: str) -> Asset:
        found = self._rows.assets.get(asset_id)
        if found is None:
            raise NotFoundError("asset", asset_id)
        return found

    def page(self, cursor: str | None, limit: int) -> AssetPage:
        with self._table.lock:
            after = [known for key, known in sorted(self._rows.assets.items()) if key > (cursor or "")]
        found = tuple(after[:limit])
        return AssetPage(items=found, cursor=found[-1].id if len(after) > limit else None)

    def put(self, asset: Asset) -> None:
        with self._table.lock:
            before = self._rows.assets.get(asset.id)
            if (before.version if before else 0) != asset.version - 1:
                raise ConflictError(f"{asset.name} was saved by somebody else meanwhile.")
            for name, holder in self._rows.named(asset.names).items():
                if holder.id != asset.id:
                    raise name_taken(asset, name)
            self._rows.assets[asset.id] = asset
