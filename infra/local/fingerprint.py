"""Whether what is deployed is what the files say: a hash over all that goes into a deployment."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from infra.local.settings import ROOT, Settings

IGNORED = frozenset({"__pycache__", "decisions", "cli.py", "publish.py", "Makefile", "README.md"})


def fingerprint(settings: Settings) -> str:
    """Changes when anything that is deployed changes, the way it is deployed included."""
    digest = hashlib.sha256(f"{settings.site_url} {settings.gateway_url}".encode())
    for file in sorted(_deployed()):
        digest.update(file.relative_to(ROOT).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _deployed() -> Iterator[Path]:
    yield ROOT / "template.yaml"
    for folder in ("infra", "functions", "layers"):
        yield from source_files(ROOT / folder)


def source_files(folder: Path) -> Iterator[Path]:
    """Files below a folder, without what tools leave behind."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") or part in IGNORED for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path
