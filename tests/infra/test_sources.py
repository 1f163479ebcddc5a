"""Files stay small, and names say what is inside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infra.conftest import INFRA, ROOT

BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "tools", "base"}
TREES = ("functions", "layers/helpdesk/helpdesk", "infra", "tests")
LONGEST_FUNCTION = 25


def modules(*trees: str) -> Iterator[Path]:
    for tree in trees:
        yield from sorted((ROOT / tree).rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def too_long(paths: Iterator[Path], most: int) -> dict[str, int]:
    return {str(path.relative_to(ROOT)): lines(path) for path in paths if lines(path) > most}


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("functions/*/app.py", 120),
        ("layers/helpdesk/helpdesk/**/*.py", 250),
        ("infra/**/*.py", 250),
        ("tests/**/*.py", 300),
        ("template.yaml", 150),
        ("infra/*.yaml", 300),
        ("infra/workflows/*.asl.yaml", 120),
        ("infra/decisions/[0-9]*.md", 40),
    ],
)
def test_files_keep_their_budget(pattern: str, most: int):
    assert too_long(ROOT.glob(pattern), most) == {}


def test_functions_keep_their_budget():
    """But for the two that list every capability there is."""
    found = {}
    for path in modules("functions", "layers/helpdesk/helpdesk", "infra"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[1:2] if ast.get_docstring(node) and node.body[1:] else node.body
                length = node.end_lineno - first[0].lineno + 1
                if length > LONGEST_FUNCTION and path.parent.name != "assembly":
                    found[f"{path.relative_to(ROOT)}:{node.name}"] = length
    assert found == {}


def test_no_module_is_a_dumping_ground():
    names = {path.stem for path in modules(*TREES)} | {path.parent.name for path in modules(*TREES)}
    assert names & BANNED == set()


def test_lock_files_name_no_registry():
    for path in ROOT.glob("**/requirements.txt"):
        if ".venv" not in path.parts and "node_modules" not in path.parts and ".aws-sam" not in path.parts:
            assert "://" not in path.read_text(), path
    lock = ROOT / "web" / "package-lock.json"
    assert not lock.exists() or '"resolved": "http' not in lock.read_text()


def test_the_environment_is_read_in_one_place():
    readers = {
        str(path.relative_to(ROOT))
        for path in modules("functions", "layers/helpdesk/helpdesk")
        if re.search(r"os\.environ|getenv", path.read_text())
    }
    assert readers <= {"layers/helpdesk/helpdesk/foundation/platform/environment.py"}


def test_decisions_are_numbered_without_gaps():
    numbers = sorted(int(path.name[:4]) for path in (INFRA / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_decisions_are_listed_by_their_titles():
    listed = (INFRA / "decisions" / "README.md").read_text()
    for path in (INFRA / "decisions").glob("[0-9]*.md"):
        number, title = path.read_text().splitlines()[0].removeprefix("# ").split(". ", 1)
        assert f"| [{int(number):04}]({path.name}) | {title} |" in listed


def test_the_licence_is_the_same_wherever_it_is_named():
    licence = re.match(r"SPDX-License-Identifier: (\S+) ", (ROOT / "LICENSE").read_text())
    assert licence
    assert f'license = "{licence[1]}"' in (ROOT / "pyproject.toml").read_text()
