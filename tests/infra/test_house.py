"""The house as its README promises it: every capability has its sentence and its tests, and a start costs little."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

import grimp
import pytest
from helpdesk.assembly.ticket_page import FOR_REQUESTERS, FOR_STAFF
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.core.page import Part
from helpdesk.foundation.settings.documents import Section

from tests.infra.conftest import ROOT
from tests.infra.imports import MOST

PACKAGE = ROOT / "layers/helpdesk/helpdesk"
STOREYS = ("core", "capabilities", "channels")
FULL = 20
# Chapters are what they are: one for each capability that writes on tickets.
CHAPTERS = PACKAGE / "core/record"
CHAPTER = "helpdesk.core.record."
# Other people's modules are loaded once; each function is loaded in a process of its own beside them.
READY = """
import importlib.util, json, os, sys
import aws_lambda_powertools.event_handler, boto3, msgspec, pydantic

def ready(path):
    spec = importlib.util.spec_from_file_location("app", path)
    app = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(app)
    assembly = sys.modules.get("helpdesk.assembly.desk")
    if assembly:
        assembly.desk()
    modules = [name for name, module in sys.modules.items() if not hasattr(module, "__path__")]
    return [name for name in modules if name.startswith("helpdesk.")]

for path in sys.argv[1:]:
    sys.stdout.flush()
    if not os.fork():
        print(json.dumps([path, ready(path)]), flush=True)
        os._exit(0)
    os.wait()
"""


def capabilities() -> Iterator[Path]:
    for storey in STOREYS:
        yield from sorted(path for path in (PACKAGE / storey).iterdir() if (path / "__init__.py").exists())


@pytest.mark.parametrize("path", list(capabilities()), ids=lambda path: path.name)
def test_a_capability_says_in_one_sentence_what_it_is_for(path: Path):
    module = ast.parse((path / "__init__.py").read_text())
    said = ast.get_docstring(module) or ""
    assert said.endswith(".")
    assert len(module.body) == 1


@pytest.mark.parametrize("path", list(capabilities()), ids=lambda path: path.name)
def test_a_capability_has_tests_of_its_own(path: Path):
    assert list(ROOT.glob(f"tests/*/{path.name}/test_*.py"))


def test_no_folder_is_a_corridor():
    folders = {path.parent for path in PACKAGE.rglob("*.py")} - {CHAPTERS}
    crowded = {str(folder.relative_to(ROOT)): len(list(folder.glob("*.py"))) for folder in folders}
    assert {folder: files for folder, files in crowded.items() if files > FULL} == {}


FUNCTIONS = {path.parent.name: path for path in sorted(ROOT.glob("functions/*/app.py"))}


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    environment = {"AWS_REGION": "eu-central-1", "TABLE": "table", "POWERTOOLS_METRICS_NAMESPACE": "Helpdesk"}
    command = [sys.executable, "-c", READY, *map(str, FUNCTIONS.values())]
    ready = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return {Path(path).parent.name: modules for path, modules in map(json.loads, ready.stdout.splitlines())}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_loads_what_it_does(function: str, loaded: dict[str, list[str]]):
    modules = loaded[function]
    assert len([name for name in modules if not name.startswith(CHAPTER)]) <= MOST[function]


def test_no_modules_know_each_other_not_even_as_types():
    graph = grimp.build_graph("helpdesk", exclude_type_checking_imports=False)
    TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()


LISTS: Final = {
    "core/record/ticket.py",
    "core/record/fold.py",
    "core/record/catalogue.py",
    "assembly/hooks.py",
    "assembly/letters.py",
    "assembly/ticket_page.py",
    "capabilities/sla/settings/sections.py",
}


def test_surveys_are_known_to_lists_alone():
    graph = grimp.build_graph("helpdesk")
    own = {"helpdesk.core.record.surveys"}
    own |= {name for name in graph.modules if name.startswith("helpdesk.capabilities.surveys")}
    known_to = {user for name in own for user in graph.find_modules_that_directly_import(name)} - own
    assert {name.removeprefix("helpdesk.").replace(".", "/") + ".py" for name in known_to} == LISTS


def test_surveys_are_nine_lines_beside_their_own():
    others = {PACKAGE / name for name in LISTS} | set(FUNCTIONS.values())
    words = [line for path in others for line in path.read_text().splitlines() if "survey" in line.lower()]
    imported = ("from ", "import ", "    surveys,")  # the last within an import of many
    assert len([line for line in words if not line.startswith(imported)]) == 9


@pytest.mark.parametrize("parts", [FOR_STAFF, FOR_REQUESTERS, SECTIONS])
def test_what_is_composed_has_each_field_of_one_part(parts: Sequence[Part | Section[object]]):
    names = [name for part in parts for name in part.fields.__struct_fields__]
    assert sorted(names) == sorted(set(names))


def test_a_chapter_is_typed_through_and_through():
    assert [path.name for path in CHAPTERS.glob("*.py") if re.search(r"\bAny\b", path.read_text())] == []
