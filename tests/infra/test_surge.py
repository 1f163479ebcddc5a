"""Channels are apart where they come in, so that a flood of one is not a flood of all."""

from infra.templates import Template


def routes(native: dict[str, Template], function: str) -> set[str]:
    found = native[function]["Resources"].values()
    return {it["Properties"]["RouteKey"] for it in found if it["Type"] == "AWS::ApiGatewayV2::Route"}


def test_what_strangers_reach_is_a_function_of_its_own(native: dict[str, Template]):
    portal, tickets = routes(native, "portal_api"), routes(native, "tickets_api")
    assert {"POST /api/portal/tickets", "GET /api/portal/form"} <= portal
    assert all("/api/portal/" in route for route in portal)
    assert "POST /api/tickets" in tickets
    assert not any("/api/portal/" in route for route in tickets)


def test_what_strangers_write_is_slower_than_what_people_with_accounts_do(
    root: Template,
    native: dict[str, Template],
):
    least = root["Parameters"]["RouteRate"]["MinValue"]
    stage = native["api_stage"]["Resources"]["HttpStage"]["Properties"]
    throttles = stage["RouteSettings"]
    writing = {route for route in routes(native, "portal_api") if not route.startswith("GET ")}
    assert set(throttles) == writing
    for limits in throttles.values():
        assert limits["ThrottlingRateLimit"] * 10 <= least
        assert limits["ThrottlingBurstLimit"] * 10 <= least


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
    assert nested["portal_api"]["Conditions"]["FormBounded"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "FormConcurrency"}, "0"]}]
    }


def test_what_saved_settings_bring_fits_into_an_account_of_ten_executions(root: Template, nested: dict[str, Template]):
    """Most of them stay free for people."""
    assert root["Parameters"]["RecomputeConcurrency"] | {"Description": ""} == {
        "Type": "Number", "Default": 4, "MinValue": 1, "MaxValue": 40, "Description": "",
    }  # fmt: skip
    told = nested["settings_api"]["Resources"]["SettingsApi"]["Properties"]["Environment"]["Variables"]
    assert told["RECOMPUTE_SIDE_BY_SIDE"] == {"Ref": "RecomputeConcurrency"}


def test_a_team_has_its_own_place_in_the_queue(nested: dict[str, Template]):
    queue = nested["assignment"]["Resources"]["AssignmentQueue"]["Properties"]
    assert (queue["FifoQueue"], queue["FifoThroughputLimit"]) == (True, "perMessageGroupId")
