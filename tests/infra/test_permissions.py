"""What each role may do. The tables in permissions/ are the promise; a role can do nothing that is not in them."""

from types import ModuleType
from typing import Any

import pytest

from infra.templates import Template
from tests.infra.permissions import ALLOWED, OTHERS, TABLES
from tests.infra.rendering import as_list, rendered

# What SAM gives every function: its own logs and traces. X-Ray has no resources.
MANAGED = {"AWSLambdaBasicExecutionRole", "AWSXrayWriteOnlyAccess"}

Resources = dict[str, dict[str, Any]]


def functions(resources: Resources) -> list[str]:
    return sorted(name for name, it in resources.items() if it["Type"] == "AWS::Lambda::Function")


def statements(role: dict[str, Any]) -> list[dict[str, Any]]:
    policies = role["Properties"].get("Policies", [])
    return [it for policy in policies for it in policy["PolicyDocument"]["Statement"]]


def granted(role: dict[str, Any]) -> dict[str, set[str]]:
    result: dict[str, set[str]] = {}
    for statement in statements(role):
        assert statement["Effect"] == "Allow"
        for resource in as_list(statement["Resource"]):
            result.setdefault(rendered(resource), set()).update(as_list(statement["Action"]))
    return result


def test_every_template_has_a_table_of_its_functions(native: dict[str, Template]):
    tables = {name: sorted(table.ALLOWED) for name, table in TABLES.items()}
    assert tables == {name: found for name, it in native.items() if (found := functions(it["Resources"]))}


@pytest.mark.parametrize("function", sorted(ALLOWED))
def test_a_function_may_do_what_the_table_says_and_no_more(resources: Resources, function: str):
    assert granted(resources[f"{function}Role"]) == ALLOWED[function]


@pytest.mark.parametrize(
    ("function", "rows"),
    [
        ("TicketsApi", ["FIND#*", "PART#*"]),
        ("SettingsApi", ["FIND#*"]),
        ("PortalApi", ["PART#*"]),
        ("ReportsApi", ["FIND#*", "BRIEFING#*", "BRIEFINGS#*"]),
        ("SendBriefing", ["BRIEFING#*", "BRIEFINGS#*"]),
    ],
)
def test_by_an_old_name_or_in_a_ticket_that_was_left_somebody_is_forgotten_and_nothing_else(
    resources: Resources, function: str, rows: list[str]
):
    main = [it for it in statements(resources[f"{function}Role"]) if "dynamodb:DeleteItem" in as_list(it["Action"])]
    only = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": rows}}
    assert [(as_list(it["Action"]), it["Condition"]) for it in main] == [(["dynamodb:DeleteItem"], only)]


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_so_may_machines_and_schedules(resources: Resources, name: str):
    assert granted(resources[f"{name}Role"]) == OTHERS[name]


def test_there_is_no_other_role(resources: Resources):
    roles = {name.removesuffix("Role") for name, it in resources.items() if it["Type"] == "AWS::IAM::Role"}
    assert roles == set(ALLOWED) | set(OTHERS)
    assert not [name for name, it in resources.items() if it["Type"] == "AWS::IAM::Policy"]


def test_every_function_has_a_role_of_its_own(resources: Resources):
    for function in functions(resources):
        assert resources[function]["Properties"]["Role"] == {"Fn::GetAtt": [f"{function}Role", "Arn"]}


def test_no_action_has_a_star():
    for resource_actions in (*ALLOWED.values(), *OTHERS.values()):
        assert not [action for actions in resource_actions.values() for action in actions if "*" in action]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_star_in_a_resource_has_a_reason(table: ModuleType):
    roles = [*table.ALLOWED.values(), *getattr(table, "OTHERS", {}).values()]
    assert {resource for role in roles for resource in role if "*" in resource} == set(getattr(table, "STARS", {}))


def test_managed_policies_are_for_logs_and_traces_only(resources: Resources):
    for function in functions(resources):
        managed = resources[f"{function}Role"]["Properties"]["ManagedPolicyArns"]
        assert {arn.rpartition("/")[2] for arn in managed} <= MANAGED


def test_only_publish_events_puts_events():
    assert [name for name, table in ALLOWED.items() if {"events:PutEvents"} in table.values()] == ["PublishEvents"]
