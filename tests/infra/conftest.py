"""The templates as data: as written, and as CloudFormation sees them after the transforms."""

import copy
import os
from pathlib import Path
from typing import Any

import pytest
from ministack.services.cloudformation import language_extensions
from samtranslator.translator.transform import transform

from infra import templates
from infra.templates import Template

ROOT = Path(__file__).resolve().parents[2]
INFRA = ROOT / "infra"
UPLOADED = {"CodeUri", "DefinitionUri", "Location"}


@pytest.fixture(scope="session")
def root() -> Template:
    return templates.read(ROOT / "template.yaml")


@pytest.fixture(scope="session")
def nested() -> dict[str, Template]:
    """Every template of infra/ by its name, as written."""
    return {path.stem: templates.read(path) for path in sorted(INFRA.glob("*.yaml"))}


@pytest.fixture(scope="session")
def native(nested: dict[str, Template]) -> dict[str, Template]:
    """The same after AWS::LanguageExtensions and AWS::Serverless."""
    os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")
    return {name: _expanded(template) for name, template in nested.items()}


@pytest.fixture(scope="session")
def resources(native: dict[str, Template]) -> dict[str, dict[str, Any]]:
    """All native resources but nested stacks by their logical id, which is unique over all templates."""
    found = [
        (logical_id, resource)
        for template in native.values()
        for logical_id, resource in template["Resources"].items()
        if resource["Type"] != "AWS::CloudFormation::Stack"
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


class _NoManagedPolicies:
    def load(self) -> dict[str, str]:
        return {}


def _expanded(template: Template) -> Template:
    template = copy.deepcopy(template)
    transforms = template.get("Transform", [])
    if "AWS::LanguageExtensions" in transforms:
        template = language_extensions.apply(template, {})
    if "AWS::Serverless-2016-10-31" in transforms:
        for resource in template["Resources"].values():
            # What is on this disk is uploaded before the transform sees it.
            for local in UPLOADED & set(resource.get("Properties", {})):
                resource["Properties"][local] = "s3://bucket/key"
        template = transform(template, {}, _NoManagedPolicies())
    return template
