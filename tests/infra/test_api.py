"""Who may call what, who answers, and what is written down about it."""

import importlib
import json
from typing import Any

import pytest

from infra.templates import Template
from tests.infra.conftest import ROOT
from tests.infra.permissions import OPEN, TABLES
from tests.infra.rendering import rendered
from tests.infra.vocabulary import SEND

Resources = dict[str, dict[str, Any]]

MOST_ROUTES = 25
APIS = sorted(path.stem for path in (ROOT / "infra").glob("*_api.yaml"))
BRACES = str.maketrans("<>", "{}")
# Of the API as a whole: no capability serves them, and they are not in the contract.
APART = {"GET /api/openapi.json", "ANY /api/{proxy+}"}


def of_type(resources: Resources, kind: str) -> dict[str, dict[str, Any]]:
    return {name: it["Properties"] for name, it in resources.items() if it["Type"] == kind}


def routes(template: Template) -> dict[str, dict[str, Any]]:
    """The routes that a template brings, by route key."""
    return {it["RouteKey"]: it for it in of_type(template["Resources"], "AWS::ApiGatewayV2::Route").values()}


@pytest.fixture(scope="module")
def apis(native: dict[str, Template]) -> dict[str, dict[str, dict[str, Any]]]:
    """Function behind the HTTP API -> its routes."""
    return {name: routes(native[name]) for name in APIS}


@pytest.fixture(scope="module")
def contract() -> dict[str, bool]:
    """Every route of the API's document -> whether it needs an account."""
    found = list((ROOT / "layers/helpdesk/helpdesk").rglob("openapi.json"))
    return {
        f"{method.upper()} {path}": "security" in operation
        for path, operations in json.loads(found[0].read_text())["paths"].items()
        for method, operation in operations.items()
    }


def test_a_route_has_one_template(apis: dict[str, dict[str, Any]]):
    keys = [key for found in apis.values() for key in found]
    assert sorted(keys) == sorted(set(keys))


def test_what_the_contract_promises_is_routed_and_nothing_else(
    apis: dict[str, dict[str, Any]], contract: dict[str, bool]
):
    assert {key for found in apis.values() for key in found} == set(contract) | APART


def test_who_asks_who_calls_can_tell_assignment_what_they_lost(apis: dict[str, dict[str, Any]]):
    """The first function that somebody calls without their role hears of it: their tickets are handed on from there."""
    asking = {name for name, found in apis.items() if any("AuthorizerId" in it for it in found.values())}
    assert "workspace_api" in asking
    for name in asking:
        ((function, allowed),) = TABLES[name].ALLOWED.items()
        assert "ASSIGNMENT_QUEUE_URL" in TABLES[name].TOLD[function], name
        assert allowed["${Prefix}-assignment.fifo"] == SEND, name


def test_every_route_asks_who_calls_except_the_open_ones(apis: dict[str, dict[str, Any]], contract: dict[str, bool]):
    everything = {key: it for found in apis.values() for key, it in found.items()}
    assert {key for key, it in everything.items() if "AuthorizerId" not in it} == OPEN
    assert {key for key, secured in contract.items() if not secured} | APART == OPEN
    for key in set(everything) - OPEN:
        assert (everything[key]["AuthorizationType"], everything[key]["AuthorizerId"]) == (
            "JWT",
            {"Ref": "AuthorizerId"},
        )


@pytest.mark.parametrize("name", sorted(set(APIS) - {"service_api"}))
def test_a_route_leads_to_the_function_that_serves_it(apis: dict[str, dict[str, Any]], name: str):
    api = importlib.import_module(f"functions.{name}.app").api
    served = {
        f"{method.upper()} {path.translate(BRACES)}"
        for path, operations in api.get_openapi_schema().model_dump()["paths"].items()
        for method, operation in operations.items()
        if operation
    }
    assert served == set(apis[name])


@pytest.mark.parametrize("name", APIS)
def test_routes_of_a_function_share_its_integration_and_its_permission(native: dict[str, Template], name: str):
    resources = native[name]["Resources"]
    ((function, _),) = of_type(resources, "AWS::Lambda::Function").items()
    ((integration, called),) = of_type(resources, "AWS::ApiGatewayV2::Integration").items()
    (permission,) = of_type(resources, "AWS::Lambda::Permission").values()
    assert {rendered(it["Target"]) for it in routes(native[name]).values()} == {f"integrations/${{{integration}}}"}
    assert (rendered(called["IntegrationUri"]), called["PayloadFormatVersion"]) == (function, "2.0")
    assert (rendered(permission["FunctionName"]), permission["Principal"]) == (function, "apigateway.amazonaws.com")
    assert rendered(permission["SourceArn"]) == "${ApiId}/*/*/api/*"
    assert {rendered(it["ApiId"]) for it in (called, *routes(native[name]).values())} == {"ApiId"}


@pytest.mark.parametrize("name", APIS)
def test_a_function_behind_the_api_has_few_routes(apis: dict[str, dict[str, Any]], name: str):
    assert 0 < len(apis[name]) <= MOST_ROUTES


def test_tokens_come_from_our_pool_for_our_client(resources: Resources):
    (authorizer,) = of_type(resources, "AWS::ApiGatewayV2::Authorizer").values()
    assert authorizer["AuthorizerType"] == "JWT"
    assert authorizer["IdentitySource"] == ["$request.header.Authorization"]
    assert authorizer["JwtConfiguration"] == {"Issuer": {"Ref": "Issuer"}, "Audience": [{"Ref": "ClientId"}]}


def test_every_path_is_under_api(apis: dict[str, dict[str, Any]]):
    assert all(key.split()[1].startswith("/api/") for found in apis.values() for key in found)


def test_http_functions_know_the_token_of_their_only_caller(native: dict[str, Template]):
    for name in APIS:
        (function,) = of_type(native[name]["Resources"], "AWS::Lambda::Function").values()
        assert function["Environment"]["Variables"]["ORIGIN_TOKEN"] == {"Ref": "OriginToken"}


def test_the_origin_token_is_the_stack_s_own_and_the_same_for_both_sides(root: Template, nested: dict[str, Template]):
    token = {"Fn::Select": [2, {"Fn::Split": ["/", {"Ref": "AWS::StackId"}]}]}
    holders = {
        name: it["Properties"]["Parameters"]["OriginToken"]
        for name, it in root["Resources"].items()
        if "OriginToken" in it["Properties"].get("Parameters", {})
    }
    assert holders == {"Capabilities": token, "Web": token}
    passed_on = {
        it["Properties"]["Parameters"]["OriginToken"]["Ref"]
        for it in nested["capabilities"]["Resources"].values()
        if "OriginToken" in it["Properties"]["Parameters"]
    }
    assert passed_on == {"OriginToken"}


def test_the_access_log_holds_no_paths_queries_or_tokens(resources: Resources):
    settings = _properties(resources, "HttpStage")["AccessLogSettings"]
    for leak in ("$context.path", "$context.identity", "$context.authorizer", "querystring", "header"):
        assert leak not in settings["Format"]


def test_stages_are_throttled_and_what_strangers_write_more(resources: Resources):
    stages = of_type(resources, "AWS::ApiGatewayV2::Stage")
    assert set(stages) == {"HttpStage", "LiveStage"}
    for stage in stages.values():
        assert set(stage["DefaultRouteSettings"]) == {"ThrottlingRateLimit", "ThrottlingBurstLimit"}
        assert all(limit == {"Ref": "RouteRate"} for limit in stage["DefaultRouteSettings"].values())
    assert set(stages["HttpStage"]["RouteSettings"]) == {key for key in OPEN if not key.startswith(("GET ", "ANY "))}


def test_the_stage_is_made_when_the_routes_that_it_names_are_there(root: Template, resources: Resources):
    """API Gateway refuses settings of a route that it does not know."""
    stage = _properties(resources, "HttpStage")
    assert (stage["StageName"], stage["AutoDeploy"]) == ("$default", True)
    assert root["Resources"]["ApiStage"]["DependsOn"] == "Capabilities"


def test_the_websocket_stage_has_the_name_of_its_path(resources: Resources):
    assert _properties(resources, "LiveStage")["StageName"] == "live"
    behaviours = _properties(resources, "Distribution")["DistributionConfig"]["CacheBehaviors"]
    assert "/live" in [it["PathPattern"] for it in behaviours]


def test_websocket_routes_all_lead_to_live(native: dict[str, Template]):
    keys = {key: rendered(it["Target"]) for key, it in routes(native["live"]).items()}
    assert keys == dict.fromkeys(("$connect", "$disconnect", "$default"), "integrations/${LiveIntegration}")


def _properties(resources: Resources, name: str) -> dict[str, Any]:
    return resources[name]["Properties"]
