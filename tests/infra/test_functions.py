"""functions/ and the templates tell of the same functions, in the same shape."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from infra.templates import Template
from tests.infra.conftest import ROOT
from tests.infra.permissions import TABLES, TOLD
from tests.infra.rendering import rendered

Resources = dict[str, dict[str, Any]]

DIRECTORIES = sorted(path.parent.name for path in (ROOT / "functions").glob("*/app.py"))
EVERYWHERE = {
    "PYDANTIC_DISABLE_PLUGINS",
    "POWERTOOLS_SERVICE_NAME",
    "POWERTOOLS_METRICS_NAMESPACE",
    "POWERTOOLS_LOG_LEVEL",
}


def pascal(directory: str) -> str:
    return "".join(part.capitalize() for part in directory.split("_"))


def written(nested: dict[str, Template]) -> dict[str, dict[str, Any]]:
    """The functions as the templates write them."""
    return {
        logical_id: resource["Properties"]
        for template in nested.values()
        for logical_id, resource in template["Resources"].items()
        if isinstance(resource, dict) and resource["Type"] == "AWS::Serverless::Function"
    }


def test_every_directory_is_deployed_and_nothing_else(nested: dict[str, Template]):
    assert sorted(written(nested)) == sorted(pascal(name) for name in DIRECTORIES)


def test_a_function_directory_holds_one_file():
    for name in DIRECTORIES:
        files = {path.name for path in (ROOT / "functions" / name).iterdir()} - {"__pycache__"}
        assert files == {"app.py"}, name


@pytest.mark.parametrize("directory", DIRECTORIES)
def test_names_come_from_the_directory(nested: dict[str, Template], directory: str):
    function = written(nested)[pascal(directory)]
    assert function["CodeUri"] == f"../functions/{directory}"
    assert function["FunctionName"] == {"Fn::Sub": f"${{Prefix}}-{directory}"}
    assert "Handler" not in function


@pytest.mark.parametrize("directory", DIRECTORIES)
def test_a_function_is_told_only_what_it_needs(resources: Resources, directory: str):
    variables = resources[pascal(directory)]["Properties"]["Environment"]["Variables"]
    assert set(variables) == TOLD[pascal(directory)] | EVERYWHERE


def test_chalice_serves_the_websocket_api_alone():
    sources = [*(ROOT / "functions").rglob("*.py"), *(ROOT / "layers" / "helpdesk").rglob("*.py")]
    importers = [path for path in sources if re.search(r"^(?:from|import) chalice", path.read_text(), re.MULTILINE)]
    assert importers == [ROOT / "functions" / "live" / "app.py"]


def test_what_functions_are_told_is_written_down_where_they_are_allowed():
    for name, table in TABLES.items():
        assert set(table.TOLD) == set(table.ALLOWED), name


def test_globals_are_the_same_everywhere(nested: dict[str, Template]):
    """SAM does not hand them down to nested stacks."""
    copies = [json.dumps(it["Globals"], sort_keys=True) for it in nested.values() if "Globals" in it]
    assert len(copies) > 1
    assert len(set(copies)) == 1


def test_functions_run_traced_on_arm_and_log_json(nested: dict[str, Template]):
    function = nested["bus"]["Globals"]["Function"]
    assert (function["Runtime"], function["Architectures"]) == ("python3.13", ["arm64"])
    assert (function["Handler"], function["Tracing"]) == ("app.handler", "Active")
    assert function["LoggingConfig"]["LogFormat"] == "JSON"


def test_every_function_has_a_log_group_that_forgets(resources: Resources):
    groups = {
        it["Properties"]["LogGroupName"]["Fn::Sub"]
        for it in resources.values()
        if it["Type"] == "AWS::Logs::LogGroup" and "RetentionInDays" in it["Properties"]
    }
    assert {f"/aws/lambda/${{Prefix}}-{name}" for name in DIRECTORIES} <= groups
    assert len(groups) == len([it for it in resources.values() if it["Type"] == "AWS::Logs::LogGroup"])


def test_nothing_is_kept_switched_on(resources: Resources):
    """No SnapStart, aliases or provisioned capacity: they cost money when nobody asks."""
    for resource in resources.values():
        properties = resource["Properties"]
        assert not {"SnapStart", "ProvisionedConcurrencyConfig", "ProvisionedThroughput"} & set(properties)
        assert resource["Type"] not in {"AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::KMS::Key"}


def test_who_is_waited_for_or_has_much_to_hold_has_more_memory(resources: Resources):
    memory = {name: resources[pascal(name)]["Properties"]["MemorySize"] for name in DIRECTORIES}
    usual = min(memory.values())
    assert {name for name, size in memory.items() if size > usual} == {
        "recompute_clocks",
        "follow_articles",  # a model, and all that is shown
        "make_export",  # somebody waits for it, and it reads what search and figures read
        "replay_tickets",  # somebody waits for it, and lives are played twice
        "project_tickets",  # an index is written in memory
        "send_briefing",  # it counts as reports_api does
        "receive_email",  # a mail has up to 40 MB
        *(name for name in DIRECTORIES if name.endswith("_api")),
    }


def test_readme_of_functions_names_them_all():
    readme = ROOT / "functions" / "README.md"
    assert [name for name in DIRECTORIES if f"`{name}`" not in readme.read_text()] == []


def test_queues_hide_a_message_six_times_as_long_as_its_function_may_run(resources: Resources):
    for mapping in resources.values():
        queue = mapping["Properties"].get("EventSourceArn")
        if mapping["Type"] != "AWS::Lambda::EventSourceMapping" or rendered(queue) == "StreamArn":
            continue
        function = resources[rendered(mapping["Properties"]["FunctionName"])]["Properties"]
        hidden = resources[rendered(queue)]["Properties"]["VisibilityTimeout"]
        assert hidden >= 6 * function["Timeout"]


def test_the_layers_are_built_for_the_runtime(root: Template):
    for layer in ("DependenciesLayer", "HelpdeskLayer", "SearchLayer", "NumbersLayer", "AnswersLayer"):
        properties = root["Resources"][layer]["Properties"]
        assert properties["CompatibleRuntimes"] == ["python3.13"]
        assert properties["CompatibleArchitectures"] == ["arm64"]
        makefile = ROOT / Path(properties["ContentUri"]) / "Makefile"
        assert f"build-{layer}:" in makefile.read_text()
