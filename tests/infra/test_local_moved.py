"""What a data folder of an older layout makes of newer templates: resources that changed their stack are seen."""

from typing import Any

from infra.deployed import Deployed, Resource
from infra.local import moved

STACK = "AWS::CloudFormation::Stack"
TABLE = ("AWS::DynamoDB::Table", "Table")
QUEUE = ("AWS::SQS::Queue", "Queue")


def deployed(**stacks: list[tuple[str, str]]) -> Deployed:
    """A root stack with these stacks nested in it."""
    found = [Resource(stack="root", logical_id=name, type=STACK, physical_id=name) for name in stacks]
    for stack, contents in stacks.items():
        found += [Resource(stack=stack, logical_id=name, type=kind, physical_id=name) for kind, name in contents]
    return Deployed(stack_id="root", resources=tuple(found))


def templates(**stacks: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    nested = {stack: {"Resources": {name: {"Type": kind} for kind, name in it}} for stack, it in stacks.items()}
    root = {name: {"Type": STACK, "Properties": {"TemplateURL": name}} for name in stacks}
    return nested | {"root": {"Resources": root, "Outputs": {"Site": {}}, "Parameters": {"Prefix": {}}}}


def test_what_stays_is_not_moved_whatever_comes_and_goes():
    old = deployed(Data=[TABLE], Old=[QUEUE])
    assert not moved.is_moved(old, templates(Data=[TABLE, ("AWS::S3::Bucket", "Bucket")], New=[]))


def test_a_resource_in_another_stack_is():
    assert moved.is_moved(deployed(Data=[TABLE], Old=[QUEUE]), templates(Data=[TABLE], New=[QUEUE]))


def test_data_and_accounts_stay_meanwhile():
    kept = moved.kept(templates(Auth=[], Data=[TABLE], New=[QUEUE])["root"])
    assert set(kept["Resources"]) == {"Auth", "Data"}
    assert (kept["Outputs"], kept["Parameters"]) == ({}, {"Prefix": {}})
