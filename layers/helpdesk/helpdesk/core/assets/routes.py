"""Routes of assets, as part of the directory API."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.core.assets import actions as assets
from helpdesk.core.assets.requests import AssetPlan
from helpdesk.core.assets.views import Asset, AssetPage, asset_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import after, named
from helpdesk.foundation.platform import named as named_things


def added_to(api: Api) -> None:
    @api.get("/api/assets", responses=gives(AssetPage))
    def list_assets(cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 25) -> Answer:
        found = named_things.page(api.desk().assets, caller(api), after(cursor), limit)
        return answer(AssetPage(items=[asset_view(each) for each in found.items], cursor=found.cursor))

    @api.get("/api/assets/<asset_id>", responses=gives(Asset))
    def read_asset(asset_id: str) -> Answer:
        found = named_things.read(api.desk().assets, caller(api), named("asset", asset_id))
        return answer(asset_view(found), found.version)

    @api.put("/api/assets/<asset_id>", responses=gives(Asset))
    def save_asset(asset_id: str, wanted: AssetPlan) -> Answer:
        by = caller(api)
        saved = assets.save(api.desk(), by, wanted.meant(named("asset", asset_id)), if_match(api))
        return answer(asset_view(saved), saved.version)
