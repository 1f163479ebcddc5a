"""A template as AWS takes it, turned into one the emulator deploys as AWS would have."""

import os
import re
from typing import Any, Final

from samtranslator.translator.transform import transform

from infra.local.settings import REGION
from infra.templates import Template

SAM: Final = "AWS::Serverless-2016-10-31"
LOOPS: Final = "AWS::LanguageExtensions"

# The emulator refuses a whole stack for one of these; none changes what the product does there.
REFUSED: Final = frozenset(
    {
        "AWS::ApiGatewayV2::RouteResponse",  # it answers without
        "AWS::ApplicationInsights::Application",
        "AWS::CloudWatch::CompositeAlarm",
        "AWS::Cognito::ManagedLoginBranding",
        "AWS::Events::Archive",
        "AWS::Events::EventBusPolicy",
        "AWS::Logs::QueryDefinition",
        "AWS::ResourceGroups::Group",
        "AWS::SES::ReceiptRule",  # nobody delivers there; smtp.py does what the rule says
        "AWS::WAFv2::WebACLAssociation",
        "AWS::XRay::SamplingRule",
    }
)

_EXECUTE_API: Final = re.compile(
    r"(?:https|wss)://(\$\{\w+\})\.execute-api\.\$\{AWS::Region\}\.(?:amazonaws\.com|\$\{AWS::URLSuffix\})"
)


class _NoManagedPolicies:
    """SAM asks AWS for the list of managed policies; ours are written out."""

    def load(self) -> dict[str, str]:
        return {}


def localized(template: Template, gateway_url: str) -> Template:
    """The native template for the emulator behind `gateway_url`."""
    native = _expanded(_with_loops_written_out(template))
    _drop_refused(native)
    _drop_tls_only(native["Resources"])
    native.pop("Transform", None)
    result: Template = _with_local_endpoints(native, gateway_url)
    return result


def _with_loops_written_out(template: Template) -> Template:
    """The emulator can do `Fn::ForEach`, but not in nested stacks."""
    if LOOPS not in _transforms(template):
        return template
    from ministack.services.cloudformation import language_extensions  # noqa: PLC0415 - reads the environment

    result: Template = language_extensions.apply(template, {})
    return result


def _expanded(template: Template) -> Template:
    if SAM not in _transforms(template):
        return template
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    native: Template = transform(template, {}, _NoManagedPolicies())
    return native


def _transforms(template: Template) -> list[str]:
    declared = template.get("Transform", [])
    return [declared] if isinstance(declared, str) else list(declared)


def _drop_refused(native: Template) -> None:
    dropped = {name for name, it in native["Resources"].items() if it["Type"] in REFUSED}
    for name in dropped:
        del native["Resources"][name]
    for resource in native["Resources"].values():
        wanted = resource.get("DependsOn", [])
        wanted = [wanted] if isinstance(wanted, str) else wanted
        if dropped & set(wanted):
            resource["DependsOn"] = [name for name in wanted if name not in dropped]


def _drop_tls_only(resources: Template) -> None:
    """There is no TLS on loopback, and the emulator enforces bucket policies."""
    for name, resource in list(resources.items()):
        if resource["Type"] != "AWS::S3::BucketPolicy":
            continue
        document = resource["Properties"]["PolicyDocument"]
        document["Statement"] = [it for it in document["Statement"] if "aws:SecureTransport" not in str(it)]
        if not document["Statement"]:
            del resources[name]


def _with_local_endpoints(node: Any, gateway_url: str) -> Any:
    """An API's own host name resolves nowhere here; the gateway has a path for it."""
    if isinstance(node, dict):
        return {key: _with_local_endpoints(value, gateway_url) for key, value in node.items()}
    if isinstance(node, list):
        return [_with_local_endpoints(value, gateway_url) for value in node]
    if isinstance(node, str):
        return _EXECUTE_API.sub(rf"{gateway_url}/_aws/execute-api/\1", node)
    return node
