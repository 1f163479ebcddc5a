"""The templates hang together: what CloudFormation would only say in the middle of a deployment."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from infra.templates import Template
from tests.infra.conftest import INFRA, ROOT


def applications(root: Template) -> dict[str, dict[str, Any]]:
    return {
        name: it["Properties"] for name, it in root["Resources"].items() if it["Type"] == "AWS::Serverless::Application"
    }


def test_cfn_lint_has_nothing_to_say():
    """What to lint is in .cfnlintrc.yaml."""
    lint = Path(sys.executable).parent / "cfn-lint"
    result = subprocess.run([lint], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (0, "")


def test_every_template_is_nested_once(root: Template):
    locations = sorted(it["Location"] for it in applications(root).values())
    assert locations == sorted(f"infra/{path.name}" for path in INFRA.glob("*.yaml"))


def test_the_root_holds_layers_and_nested_stacks_only(root: Template):
    kinds = {it["Type"] for it in root["Resources"].values()}
    assert kinds == {"AWS::Serverless::Application", "AWS::Serverless::LayerVersion"}


def test_nested_stacks_get_the_parameters_they_declare(root: Template, nested: dict[str, Template]):
    for name, application in applications(root).items():
        declared = nested[Path(application["Location"]).stem]["Parameters"]
        required = {key for key, it in declared.items() if "Default" not in it}
        given = set(application["Parameters"])
        assert required <= given <= set(declared), name


def test_nested_stacks_use_the_parameters_they_declare(nested: dict[str, Template]):
    for name, template in nested.items():
        text = (INFRA / f"{name}.yaml").read_text()
        for key in template["Parameters"]:
            assert f"!Ref {key}" in text or f"${{{key}}}" in text, (name, key)


def test_outputs_that_are_asked_for_exist(root: Template, nested: dict[str, Template]):
    files = {name: Path(it["Location"]).stem for name, it in applications(root).items()}

    def asked(node: Any) -> list[tuple[str, str]]:
        match node:
            case {"Fn::GetAtt": [name, attribute]} if name in files:
                return [(name, attribute.removeprefix("Outputs."))]
            case dict():
                return [it for value in node.values() for it in asked(value)]
            case list():
                return [it for value in node for it in asked(value)]
        return []

    pairs = asked(root)
    assert pairs
    for name, output in pairs:
        assert output in nested[files[name]]["Outputs"], (name, output)


def test_no_parameter_turns_something_paid_on(root: Template):
    """The default is the cheap and safe stack."""
    defaults = {name: it.get("Default") for name, it in root["Parameters"].items()}
    for paid in ("WebAclArn", "DomainName", "CertificateArn", "ReplicaRegion"):
        assert defaults[paid] == ""
    assert (defaults["AllowPasswordAuth"], defaults["Protect"]) == ("false", "true")
