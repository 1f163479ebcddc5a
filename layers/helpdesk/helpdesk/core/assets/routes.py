"""Routes of assets, as part of the directory API."""

from typing import Final

from helpdesk.core.assets import actions
from helpdesk.core.assets.requests import AssetPlan
from helpdesk.core.assets.views import Asset, AssetPage, asset_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge import named
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.named import Resource

ASSETS: Final = Resource(
    one="asset",
    many="assets",
    store=lambda desk: desk.assets,
    save=actions.save,
    plan=AssetPlan,
    view=asset_view,
    shown=Asset,
    page=AssetPage,
)


def added_to(api: Api) -> None:
    named.added_to(api, caller, ASSETS)
