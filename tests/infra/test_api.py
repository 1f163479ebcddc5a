"""Who may call what, and what is written down about it."""

from typing import Any

from infra.templates import Template
from tests.infra.rendering import rendered

Resources = dict[str, dict[str, Any]]

# Guests prove themselves by a signed link or form token; the service routes tell nothing.
PUBLIC = {
    "GET /api/portal/form",
    "POST /api/portal/tickets",
    "POST /api/portal/uploads",
    "GET /api/portal/ticket",
    "POST /api/portal/ticket/messages",
    "GET /api/portal/ticket/attachments/{attachment_id}",
    "GET /api/portal/rating",
    "POST /api/portal/rating",
    "GET /api/health",
    "GET /api/openapi.json",
    "ANY /api/{proxy+}",
}
SIGNED_IN = {
    "GET /api/tickets",
    "POST /api/tickets",
    "GET /api/tickets/{ticket_id}",
    "PATCH /api/tickets/{ticket_id}",
    "POST /api/tickets/{ticket_id}/messages",
    "POST /api/tickets/{ticket_id}/transitions",
    "POST /api/tickets/{ticket_id}/escalations",
    "POST /api/tickets/{ticket_id}/acknowledgements",
    "POST /api/tickets/{ticket_id}/de-escalations",
    "GET /api/tickets/{ticket_id}/clocks",
    "GET /api/tickets/{ticket_id}/attachments/{attachment_id}",
    "POST /api/uploads",
    "GET /api/me",
    "GET /api/teams",
    "GET /api/teams/{team_id}",
    "POST /api/live-tickets",
    "GET /api/tickets/{ticket_id}/routing",
    "POST /api/tickets/{ticket_id}/hand-overs",
    "POST /api/tickets/{ticket_id}/level-notes",
    "GET /api/level-notes",
    "GET /api/reports/escalations",
    "POST /api/teams/{team_id}/take-next",
    "PUT /api/teams/{team_id}",
    "GET /api/teams/{team_id}/roster",
    "GET /api/me/status",
    "PUT /api/me/status",
    "GET /api/people/{person_id}",
    "GET /api/people/{person_id}/availability",
    "PUT /api/people/{person_id}/availability",
    "GET /api/planner-check",
    "GET /api/organizations",
    "GET /api/organizations/{organization_id}",
    "PUT /api/organizations/{organization_id}",
    "GET /api/assets",
    "GET /api/assets/{asset_id}",
    "PUT /api/assets/{asset_id}",
    "GET /api/settings/routing",
    "PUT /api/settings/routing",
    "POST /api/settings/routing/dry-runs",
    "POST /api/settings/routing/dry-runs/past",
    "GET /api/settings/sla",
    "PUT /api/settings/sla",
    "POST /api/settings/sla/preview",
    "GET /api/settings/sla/progress",
    "GET /api/settings/webhook-key",
}


def routes(resources: Resources) -> dict[str, dict[str, Any]]:
    """Operations of the HTTP API by route key."""
    body = resources["HttpApi"]["Properties"]["Body"]
    return {
        f"{'ANY' if method == 'x-amazon-apigateway-any-method' else method.upper()} {path}": operation
        for path, methods in body["paths"].items()
        for method, operation in methods.items()
    }


def test_every_route_asks_who_calls_except_the_public_ones(resources: Resources):
    operations = routes(resources)
    public = {key for key, it in operations.items() if it.get("security") == [{"NONE": []}]}
    signed_in = {key for key, it in operations.items() if it.get("security") == [{"People": []}]}
    assert public == PUBLIC
    assert signed_in == SIGNED_IN
    assert set(operations) == PUBLIC | SIGNED_IN


def test_tokens_come_from_our_pool_for_our_client(resources: Resources):
    schemes = resources["HttpApi"]["Properties"]["Body"]["components"]["securitySchemes"]
    authorizer = schemes["People"]["x-amazon-apigateway-authorizer"]
    assert authorizer["type"] == "jwt"
    assert authorizer["jwtConfiguration"] == {"issuer": {"Ref": "Issuer"}, "audience": [{"Ref": "ClientId"}]}


def test_every_path_is_under_api(resources: Resources):
    assert all(path.startswith("/api/") for path in resources["HttpApi"]["Properties"]["Body"]["paths"])


def test_http_functions_know_the_token_of_their_only_caller(resources: Resources):
    functions = [name for name in resources if name.endswith("Api") and "FunctionName" in _properties(resources, name)]
    assert len(functions) == 5
    for name in functions:
        assert _properties(resources, name)["Environment"]["Variables"]["ORIGIN_TOKEN"] == {"Ref": "OriginToken"}


def test_the_origin_token_is_the_stack_s_own_and_the_same_for_both_sides(root: Template):
    token = {"Fn::Select": [2, {"Fn::Split": ["/", {"Ref": "AWS::StackId"}]}]}
    holders = {
        name: it["Properties"]["Parameters"]["OriginToken"]
        for name, it in root["Resources"].items()
        if "OriginToken" in it["Properties"].get("Parameters", {})
    }
    assert holders == {"Api": token, "Web": token}


def test_the_access_log_holds_no_paths_queries_or_tokens(nested: dict[str, Template]):
    settings = nested["api"]["Resources"]["HttpApi"]["Properties"]["AccessLogSettings"]
    for leak in ("$context.path", "$context.identity", "$context.authorizer", "querystring", "header"):
        assert leak not in settings["Format"]


def test_stages_are_throttled(nested: dict[str, Template]):
    api = nested["api"]["Resources"]["HttpApi"]["Properties"]
    stage = nested["live"]["Resources"]["LiveStage"]["Properties"]
    for limits in (api["DefaultRouteSettings"], stage["DefaultRouteSettings"]):
        assert limits["ThrottlingRateLimit"] > 0
        assert limits["ThrottlingBurstLimit"] > 0
    assert set(api["RouteSettings"]) == {key for key in PUBLIC if key.startswith("POST ")}


def test_the_websocket_stage_has_the_name_of_its_path(resources: Resources):
    assert _properties(resources, "LiveStage")["StageName"] == "live"
    behaviours = _properties(resources, "Distribution")["DistributionConfig"]["CacheBehaviors"]
    assert "/live" in [it["PathPattern"] for it in behaviours]


def test_websocket_routes_all_lead_to_live(resources: Resources):
    keys = {
        it["Properties"]["RouteKey"]: rendered(it["Properties"]["Target"])
        for it in resources.values()
        if it["Type"] == "AWS::ApiGatewayV2::Route"
    }
    assert keys == dict.fromkeys(("$connect", "$disconnect", "$default"), "integrations/${LiveIntegration}")


def _properties(resources: Resources, name: str) -> dict[str, Any]:
    return resources[name]["Properties"]
