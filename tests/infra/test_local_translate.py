"""What the local deployer makes of the templates AWS gets."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra import templates
from infra.local.settings import ROOT
from infra.local.translate import REFUSED, localized

GATEWAY = "http://127.0.0.1:8081"
TEMPLATES = [ROOT / "template.yaml", *sorted((ROOT / "infra").glob("*.yaml"))]


def local(path: Path) -> dict[str, Any]:
    """Translated, with code and definitions standing where the packager would have put them."""
    template = templates.read(path)
    for resource in template["Resources"].values():
        if not isinstance(resource, dict):
            continue
        properties = resource.get("Properties", {})
        for name in ("CodeUri", "ContentUri", "DefinitionUri"):
            if name in properties:
                properties[name] = {"Bucket": "b", "Key": "k"}
        if resource["Type"] == "AWS::Serverless::Application":
            properties["Location"] = f"{GATEWAY}/b/k"
    return localized(template, GATEWAY)


def of_type(template: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [it["Properties"] for it in template["Resources"].values() if it["Type"] == kind]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_nothing_is_left_that_the_emulator_refuses_or_does_not_expand(path: Path):
    template = local(path)
    types = {it["Type"] for it in template["Resources"].values()}
    assert not types & REFUSED
    assert not any(it.startswith("AWS::Serverless") for it in types)
    assert "Transform" not in template
    assert "Fn::ForEach" not in json.dumps(template)


def test_connections_are_managed_through_the_gateway():
    functions = of_type(local(ROOT / "infra" / "live.yaml"), "AWS::Lambda::Function")
    variables = [function["Environment"]["Variables"] for function in functions]
    endpoints = [it["LIVE_ENDPOINT"] for it in variables if "LIVE_ENDPOINT" in it]
    assert endpoints
    for endpoint in endpoints:
        assert endpoint == {"Fn::Sub": f"{GATEWAY}/_aws/execute-api/${{LiveApi}}/live"}


def test_permissions_still_name_the_api_of_aws():
    assert "arn:${AWS::Partition}:execute-api:" in json.dumps(local(ROOT / "infra" / "live.yaml"))


def test_only_the_demand_for_tls_is_dropped_from_bucket_policies():
    assert "SecureTransport" not in json.dumps(local(ROOT / "infra" / "data.yaml"))
    assert of_type(local(ROOT / "infra" / "web.yaml"), "AWS::S3::BucketPolicy")
