"""The dependency layer leaves out only what nothing needs."""

import ast
import re
import subprocess
import sys

import pytest

from tests.infra.conftest import ROOT

MAKEFILE = (ROOT / "layers" / "dependencies" / "Makefile").read_text()
SOURCES = [path for tree in ("functions", "layers/helpdesk/helpdesk") for path in sorted((ROOT / tree).rglob("*.py"))]


def words(variable: str) -> set[str]:
    match = re.search(rf"^{variable} = (.+)$", MAKEFILE, re.MULTILINE)
    assert match
    return set(match[1].split())


def imported() -> set[str]:
    names: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            if isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return {name.partition(".")[0] for name in names}


def test_nothing_we_import_is_removed():
    assert imported() & words("UNUSED") == set()


def test_every_service_we_call_is_kept():
    called = {
        name for path in SOURCES for name in re.findall(r"(?:client|_lazy|_over)\(\s*\"([a-z0-9]+)\"", path.read_text())
    }
    assert called == words("SERVICES")


@pytest.mark.parametrize("layer", ["dependencies", "search", "numbers"])
def test_the_lock_has_hashes_for_what_is_installed(layer: str):
    lock = (ROOT / "layers" / layer / "requirements.txt").read_text()
    pinned = re.findall(r"^[a-z0-9-]+==\S+", lock, re.MULTILINE)
    assert pinned
    assert lock.count("--hash=sha256:") >= len(pinned)
    assert "--require-hashes" in (ROOT / "layers" / layer / "Makefile").read_text()


def test_every_function_starts_without_what_is_left_out():
    program = f"""
import importlib.abc, importlib.util, sys
class Left(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in {sorted(words("UNUSED"))!r}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Left())
for number, path in enumerate({[str(path) for path in SOURCES if path.name == "app.py"]!r}):
    spec = importlib.util.spec_from_file_location(f"app{{number}}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert callable(module.handler)
"""
    result = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
