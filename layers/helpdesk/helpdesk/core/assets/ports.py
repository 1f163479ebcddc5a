"""Port to assets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.assets.rules import Asset


class AssetPage(Struct, frozen=True, kw_only=True):
    """In the order of their ids; `cursor` is the last id, None at the end."""

    items: tuple[Asset, ...]
    cursor: str | None


class Assets(Protocol):
    def named(self, names: Sequence[str]) -> Mapping[str, Asset]:
        """Those that up to a hundred names belong to, ids or tags, by the folded name, in one request."""

    def get(self, asset_id: str) -> Asset:
        """As it is now, or NotFoundError."""

    def page(self, cursor: str | None, limit: int) -> AssetPage: ...

    def put(self, asset: Asset) -> None:
        """Save the version after the one it was made from, and claim its names with it, or nothing.

        Raises ConflictError when it was saved meanwhile, InvalidError for a name of another asset.
        """
