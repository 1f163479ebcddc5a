"""`make versions`: unit and contract tests once on each installed Python that can run the product.

Each version has an environment of its own below `.venv`, from the same locked files.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
UV: Final = str(ROOT / ".venv/bin/uv")
KINDS: Final = ("tests/unit", "tests/contract")


def main() -> int:
    found = installed()
    failed = [version for version, python in found.items() if not _passes(version, python)]
    _say(f"Ran on {', '.join(found)}; failed on {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def installed() -> dict[str, str]:
    """Where each version is; of one that is there several times the first on the path, or the newest of pyenv."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    command = [UV, "python", "list", wanted, "--only-installed", "--no-python-downloads", "--output-format", "json"]
    listed = subprocess.run(command, env=_all_of_pyenv(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    found: dict[str, str] = {}
    for python in json.loads(listed.stdout):
        parts = python["version_parts"]
        if python["implementation"] == "cpython" and python["variant"] == "default":
            found.setdefault(f"{parts['major']}.{parts['minor']}", python["path"])
    return dict(sorted(found.items(), key=lambda item: int(item[0].partition(".")[2])))


@cache
def _all_of_pyenv() -> dict[str, str]:
    """An environment in which every command of pyenv is there, not only those of the version chosen in this folder."""
    pyenv = shutil.which("pyenv")
    if pyenv is None:
        return dict(os.environ)
    versions = subprocess.run([pyenv, "versions", "--bare"], capture_output=True, text=True, check=True)
    return os.environ | {"PYENV_VERSION": ":".join(reversed(versions.stdout.split()))}


def _passes(version: str, python: str) -> bool:
    _say(f"Python {version}")
    place = ROOT / ".venv" / version
    steps = (
        [UV, "venv", "--quiet", "--allow-existing", "--python", python, str(place)],
        [UV, "pip", "sync", "--quiet", "--python", str(place), "--require-hashes", "tests/requirements.txt"],
        [UV, "pip", "install", "--quiet", "--python", str(place), "--no-deps", "--no-build-isolation", "-e", "."],
        [str(place / "bin/python"), "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", *KINDS, *sys.argv[1:]],
    )
    return all(subprocess.run(step, cwd=ROOT, env=_all_of_pyenv(), check=False).returncode == 0 for step in steps)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
