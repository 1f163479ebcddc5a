"""Channels are apart where they come in, so that a flood of one is not a flood of all."""

from typing import Any

from infra.templates import Template

Resources = dict[str, dict[str, Any]]


def routes(resources: Resources, function: str) -> set[str]:
    return {
        f"{method.upper()} {path}"
        for path, methods in resources["HttpApi"]["Properties"]["Body"]["paths"].items()
        for method, operation in methods.items()
        if f"${{{function}.Arn}}" in str(operation["x-amazon-apigateway-integration"])
    }


def test_what_strangers_reach_is_a_function_of_its_own(resources: Resources):
    portal, tickets = routes(resources, "PortalApi"), routes(resources, "TicketsApi")
    assert {"POST /api/portal/tickets", "GET /api/portal/form"} <= portal
    assert all("/api/portal/" in route for route in portal)
    assert "POST /api/tickets" in tickets
    assert not any("/api/portal/" in route for route in tickets)


def test_what_strangers_write_is_slower_than_what_people_with_accounts_do(
    nested: dict[str, Template], resources: Resources
):
    api = nested["api"]["Resources"]["HttpApi"]["Properties"]
    throttles, usual = api["RouteSettings"], api["DefaultRouteSettings"]
    writing = {route for route in routes(resources, "PortalApi") if not route.startswith("GET ")}
    assert set(throttles) == writing
    for limits in throttles.values():
        assert limits["ThrottlingRateLimit"] * 10 <= usual["ThrottlingRateLimit"]
        assert limits["ThrottlingBurstLimit"] * 10 <= usual["ThrottlingBurstLimit"]


def test_only_the_portal_can_be_bounded_and_is_not_by_default(root: Template, nested: dict[str, Template]):
    assert root["Parameters"]["FormConcurrency"]["Default"] == 0
    bounded = {
        name: resource["Properties"]["ReservedConcurrentExecutions"]
        for template in nested.values()
        for name, resource in template["Resources"].items()
        if isinstance(resource, dict) and "ReservedConcurrentExecutions" in resource.get("Properties", {})
    }
    wanted = {"Fn::If": ["FormBounded", {"Ref": "FormConcurrency"}, {"Ref": "AWS::NoValue"}]}
    assert bounded == {"PortalApi": wanted}
    assert nested["api"]["Conditions"]["FormBounded"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "FormConcurrency"}, "0"]}]
    }


def test_a_team_has_its_own_place_in_the_queue(nested: dict[str, Template]):
    queue = nested["assignment"]["Resources"]["AssignmentQueue"]["Properties"]
    assert (queue["FifoQueue"], queue["FifoThroughputLimit"]) == (True, "perMessageGroupId")
