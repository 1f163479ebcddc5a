"""Routes of assets, as part of the directory API."""

from typing import Annotated

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.actions import assets
from helpdesk.entrypoints import asset_views as views
from helpdesk.entrypoints.http import Answer, answer, caller, gives, if_match
from helpdesk.entrypoints.inputs import after, named
from helpdesk.entrypoints.runtime import desk


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/assets", responses=gives(views.AssetPage))
    def list_assets(cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=100)] = 25) -> Answer:
        found = assets.page(desk(), caller(api), after(cursor), limit)
        return answer(views.AssetPage(items=[views.asset_view(each) for each in found.items], cursor=found.cursor))

    @api.get("/api/assets/<asset_id>", responses=gives(views.Asset))
    def read_asset(asset_id: str) -> Answer:
        found = assets.read(desk(), caller(api), named("asset", asset_id))
        return answer(views.asset_view(found), found.version)

    @api.put("/api/assets/<asset_id>", responses=gives(views.Asset))
    def save_asset(asset_id: str, wanted: views.AssetPlan) -> Answer:
        by = caller(api)
        saved = assets.save(desk(), by, wanted.meant(named("asset", asset_id)), if_match(api))
        return answer(views.asset_view(saved), saved.version)

    return api
