"""What a stack and its nested stacks consist of, asked of CloudFormation; the same on AWS and locally."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    stack: str
    logical_id: str
    type: str
    physical_id: str


class MissingResourceError(Exception):
    """The stack has no such resource, or more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    stack_id: str
    resources: tuple[Resource, ...]

    def of(self, stack: str) -> list[Resource]:
        """What one stack consists of, without what is inside the stacks nested in it."""
        return [it for it in self.resources if it.stack == stack]

    def all(self, resource_type: str) -> list[Resource]:
        return [it for it in self.resources if it.type == resource_type]

    def id_of(self, resource_type: str, logical_id: str | None = None) -> str:
        """The physical id of the only resource of this type (and logical id)."""
        found = [it for it in self.all(resource_type) if logical_id in (None, it.logical_id)]
        if len(found) != 1:
            raise MissingResourceError(f"{len(found)} resources {resource_type} {logical_id or ''} in {self.stack_id}")
        return found[0].physical_id

    @property
    def origin_token(self) -> str:
        """What the functions want in `x-origin-token`: the uuid of the root stack."""
        return self.stack_id.rsplit("/", 1)[1]


def read(cloudformation: Any, stack_name: str) -> Deployed:
    stack = cloudformation.describe_stacks(StackName=stack_name)["Stacks"][0]
    return Deployed(stack_id=stack["StackId"], resources=tuple(_walk(cloudformation, stack["StackId"])))


def _walk(cloudformation: Any, stack: str) -> Iterator[Resource]:
    for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack):
        for summary in page["StackResourceSummaries"]:
            resource = Resource(
                stack=stack,
                logical_id=summary["LogicalResourceId"],
                type=summary["ResourceType"],
                physical_id=summary.get("PhysicalResourceId", ""),
            )
            yield resource
            if resource.type == "AWS::CloudFormation::Stack":
                yield from _walk(cloudformation, resource.physical_id)
