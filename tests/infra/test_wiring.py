"""The templates hang together: what CloudFormation would only say in the middle of a deployment."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from infra.templates import Template
from tests.infra.conftest import INFRA, ROOT

EVERY_CAPABILITY = {"Prefix", "LogLevel", "DependenciesLayer", "HelpdeskLayer"}
# Ids that AWS makes up, and what the deployer decides.
FOREIGN = {
    "ApiId",
    "AuthorizerId",
    "BucketName",
    "FormConcurrency",
    "LinkSecretArn",
    "LiveApiId",
    "LogRetentionDays",
    "MailDomain",
    "MailInDomains",
    "MailKeptDays",
    "MailRuleSet",
    "MailFrom",
    "NumbersLayer",
    "AnswersLayer",
    "OriginToken",
    "RecomputeConcurrency",
    "ReplyDomain",
    "RouteRate",
    "SearchLayer",
    "SiteUrl",
}


def applications(template: Template) -> dict[str, dict[str, Any]]:
    """The stacks nested in a template, by their logical id."""
    kind = "AWS::Serverless::Application"
    return {
        name: it["Properties"]
        for name, it in template["Resources"].items()
        if isinstance(it, dict) and it["Type"] == kind
    }


@pytest.fixture
def wiring(root: Template, nested: dict[str, Template]) -> list[Template]:
    """The two templates that nest others."""
    return [root, nested["capabilities"]]


def test_cfn_lint_has_nothing_to_say():
    """What to lint is in .cfnlintrc.yaml."""
    lint = Path(sys.executable).parent / "cfn-lint"
    result = subprocess.run([lint], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (0, "")


def test_every_template_is_nested_once(root: Template, nested: dict[str, Template]):
    above = [INFRA.parent / it["Location"] for it in applications(root).values()]
    below = [INFRA / it["Location"] for it in applications(nested["capabilities"]).values()]
    assert sorted(above + below) == sorted(INFRA.glob("*.yaml"))
    assert not [name for name, it in nested.items() if applications(it) and name != "capabilities"]


def test_what_wires_holds_layers_and_nested_stacks_only(root: Template, nested: dict[str, Template]):
    kinds = {it["Type"] for it in root["Resources"].values()}
    assert kinds == {"AWS::Serverless::Application", "AWS::Serverless::LayerVersion"}
    assert {it["Type"] for it in nested["capabilities"]["Resources"].values()} == {"AWS::Serverless::Application"}


def test_nested_stacks_get_the_parameters_they_declare(wiring: list[Template], nested: dict[str, Template]):
    for name, application in (it for template in wiring for it in applications(template).items()):
        declared = nested[Path(application["Location"]).stem]["Parameters"]
        required = {key for key, it in declared.items() if "Default" not in it}
        given = set(application["Parameters"])
        assert required <= given <= set(declared), name


def test_what_follows_from_a_name_is_no_parameter(nested: dict[str, Template]):
    """The arguments of a capability are those of every one, and what only AWS or the deployer knows."""
    for name in applications(nested["capabilities"]).values():
        declared = set(nested[Path(name["Location"]).stem]["Parameters"])
        assert declared >= EVERY_CAPABILITY
        assert declared <= EVERY_CAPABILITY | FOREIGN, name["Location"]


def test_what_capabilities_know_by_its_name_is_there_before(root: Template, nested: dict[str, Template]):
    """A rule wants its bus, a destination its queue, a function its log group and table."""
    capabilities = root["Resources"]["Capabilities"]
    parameters = capabilities["Properties"]["Parameters"].values()
    asked = {it["Fn::GetAtt"][0] for it in parameters if "Fn::GetAtt" in it}
    assert {*capabilities["DependsOn"], *asked} >= {"Api", "Auth", "Bus", "Data", "Logs"}
    assert root["Resources"]["Bus"]["DependsOn"] == "Logs"


def test_nested_stacks_use_the_parameters_they_declare(nested: dict[str, Template]):
    for name, template in nested.items():
        text = (INFRA / f"{name}.yaml").read_text()
        for key in template["Parameters"]:
            assert f"!Ref {key}" in text or f"${{{key}}}" in text, (name, key)


def test_outputs_exist_and_are_asked_for(wiring: list[Template], nested: dict[str, Template]):
    files = {name: Path(it["Location"]).stem for template in wiring for name, it in applications(template).items()}

    def asked(node: Any) -> list[tuple[str, str]]:
        match node:
            case {"Fn::GetAtt": [name, attribute]} if name in files:
                return [(name, attribute.removeprefix("Outputs."))]
            case dict():
                return [it for value in node.values() for it in asked(value)]
            case list():
                return [it for value in node for it in asked(value)]
        return []

    pairs = {(files[name], output) for template in wiring for name, output in asked(template)}
    assert pairs == {(name, output) for name, it in nested.items() for output in it.get("Outputs", ())}


def test_no_parameter_turns_something_paid_on(root: Template):
    """The default is the cheap and safe stack."""
    defaults = {name: it.get("Default") for name, it in root["Parameters"].items()}
    for paid in ("WebAclArn", "DomainName", "CertificateArn", "ReplicaRegion"):
        assert defaults[paid] == ""
    assert (defaults["AllowPasswordAuth"], defaults["Protect"]) == ("false", "true")
