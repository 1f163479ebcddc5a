"""What the API takes and gives of assets."""

from typing import Annotated, Final

from msgspec import Struct
from pydantic import Field

from helpdesk.core.assets import rules as assets
from helpdesk.core.page import Part, Seen
from helpdesk.core.record import affected as record
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Scale


class Asset(View):
    """`revision` is the ETag."""

    id: str
    name: str
    type: str
    tag: str
    organization: str | None
    impact: Scale | None
    notes: str
    retired: bool
    revision: int


class AssetPage(View):
    items: list[Asset]
    cursor: str | None


def asset_view(found: assets.Asset) -> Asset:
    shown = {name: getattr(found, name) for name in Asset.model_fields if name != "revision"}
    return Asset(**shown, revision=found.version)


class AffectedAsset(View):
    """An asset as it was when the ticket named it; `impact` is the least that it asked for."""

    id: str
    name: str
    type: str
    impact: Scale | None


class OnTicket(Struct, frozen=True, kw_only=True):
    assets: list[AffectedAsset]
    unknown_asset: Annotated[
        str | None, Field(description="What the sender called one that nobody knows by this name.")
    ]


def _on_ticket(seen: Seen) -> OnTicket:
    ticket = seen.ticket
    return OnTicket(assets=[affected(asset) for asset in ticket.assets], unknown_asset=ticket.unknown_asset)


PART: Final = Part(fields=OnTicket, of=_on_ticket)


def affected(asset: record.AffectedAsset) -> AffectedAsset:
    return AffectedAsset(id=asset.id, name=asset.name, type=asset.type, impact=asset.impact)
