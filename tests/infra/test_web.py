"""One origin before everything: CloudFront's behaviours, headers and the routing of deep links."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

Resources = dict[str, dict[str, Any]]

CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"


@pytest.fixture
def distribution(resources: Resources) -> dict[str, Any]:
    return resources["Distribution"]["Properties"]["DistributionConfig"]


def test_the_apis_are_never_cached_and_get_everything_but_the_host(distribution: dict[str, Any]):
    behaviours = {it["PathPattern"]: it for it in distribution["CacheBehaviors"]}
    assert set(behaviours) == {"/api/*", "/live", "/picture.html"}
    for behaviour in (behaviours["/api/*"], behaviours["/live"]):
        assert behaviour["CachePolicyId"] == CACHING_DISABLED
        assert behaviour["OriginRequestPolicyId"] == ALL_VIEWER_EXCEPT_HOST
        assert behaviour["ViewerProtocolPolicy"] == "https-only"
    assert "PATCH" in behaviours["/api/*"]["AllowedMethods"]


def test_only_the_api_origin_gets_the_token(distribution: dict[str, Any]):
    headers = {it["Id"]: it.get("OriginCustomHeaders") for it in distribution["Origins"]}
    token = [{"HeaderName": "x-origin-token", "HeaderValue": {"Ref": "OriginToken"}}]
    assert headers == {"files": None, "api": token, "live": None}


def test_only_this_distribution_reads_the_files(resources: Resources, distribution: dict[str, Any]):
    files = next(it for it in distribution["Origins"] if it["Id"] == "files")
    assert files["OriginAccessControlId"] == {"Ref": "OriginAccess"}
    statements = resources["WebBucketPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    (allowed,) = [it for it in statements if it["Effect"] == "Allow"]
    assert allowed["Action"] == "s3:GetObject"
    assert "distribution/${Distribution}" in allowed["Condition"]["StringEquals"]["AWS:SourceArn"]["Fn::Sub"]


def policy_of(resources: Resources, headers: str) -> list[str]:
    config = resources[headers]["Properties"]["ResponseHeadersPolicyConfig"]
    parts = config["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Join"][1]
    return [it if isinstance(it, str) else it["Fn::Sub"] for it in parts]


def test_pages_allow_scripts_and_pictures_from_this_site_only(resources: Resources):
    policy = policy_of(resources, "SecurityHeaders")
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self' ${SignInOrigin} ${BucketUrl} ${BucketUrl}/" in policy
    assert "img-src 'self' data: blob: ${BucketUrl}/" in policy


def test_a_page_for_a_picture_of_another_server_loads_pictures_alone_and_says_nothing_of_us(
    resources: Resources, distribution: dict[str, Any]
):
    assert set(policy_of(resources, "PictureHeaders")) == {
        "default-src 'none'",
        "img-src https:",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-same-origin",
    }
    config = resources["PictureHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    assert config["ReferrerPolicy"]["ReferrerPolicy"] == "no-referrer"
    by_path = {it["PathPattern"]: it["ResponseHeadersPolicyId"] for it in distribution["CacheBehaviors"][:2]}
    assert by_path == {"/api/*": {"Ref": "SecurityHeaders"}, "/picture.html": {"Ref": "PictureHeaders"}}
    assert distribution["DefaultCacheBehavior"]["ResponseHeadersPolicyId"] == {"Ref": "SecurityHeaders"}


def test_global_names_tell_the_region(resources: Resources):
    for headers in ("SecurityHeaders", "PictureHeaders"):
        assert "${AWS::Region}" in resources[headers]["Properties"]["ResponseHeadersPolicyConfig"]["Name"]["Fn::Sub"]
    for function in ("Pages", "ViewerAddress"):
        assert "${AWS::Region}" in resources[function]["Properties"]["Name"]["Fn::Sub"]
    access = resources["OriginAccess"]["Properties"]["OriginAccessControlConfig"]
    assert "${AWS::Region}" in access["Name"]["Fn::Sub"]


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "/index.html"),
        ("/ticket", "/index.html"),
        ("/signed-in", "/index.html"),
        ("/agents", "/index.html"),
        ("/agent", "/agent.html"),
        ("/agent/", "/agent.html"),
        ("/agent/tickets/HD-0ABCDEFG", "/agent.html"),
        ("/assets/index-1a2b.js", "/assets/index-1a2b.js"),
        ("/config.json", "/config.json"),
        ("/picture.html", "/picture.html"),
        ("/agent.html", "/agent.html"),
        ("/v1.2/ticket", "/index.html"),
    ],
)
def test_deep_links_are_pages_and_files_are_files(resources: Resources, path: str, file: str):
    assert through(resources["Pages"], {"uri": path})["uri"] == file


def test_the_api_is_told_who_calls_whatever_the_caller_claims(resources: Resources, distribution: dict[str, Any]):
    claimed = {"headers": {"x-viewer-address": {"value": "192.0.2.1"}, "accept": {"value": "*/*"}}}
    headers = through(resources["ViewerAddress"], claimed, viewer="198.51.100.7")["headers"]
    assert headers == {"x-viewer-address": {"value": "198.51.100.7"}, "accept": {"value": "*/*"}}
    api = next(it for it in distribution["CacheBehaviors"] if it["PathPattern"] == "/api/*")
    (association,) = api["FunctionAssociations"]
    assert association == {
        "EventType": "viewer-request",
        "FunctionARN": {"Fn::GetAtt": ["ViewerAddress", "FunctionARN"]},
    }


def through(function: dict[str, Any], request: dict[str, Any], viewer: str = "203.0.113.1") -> dict[str, Any]:
    """The request as the CloudFront function sends it on."""
    event = json.dumps({"request": request, "viewer": {"ip": viewer}})
    code = function["Properties"]["FunctionCode"]
    program = f"{code}; console.log(JSON.stringify(handler({event})))"
    node = Path(sys.executable).parent / "node"
    result = subprocess.run([node, "-e", program], check=True, capture_output=True, text=True)
    return json.loads(result.stdout)
