"""How large what is deployed is, zipped: it is fetched at each cold start."""

import io
import zipfile
from pathlib import Path

from infra.local.fingerprint import source_files
from infra.local.settings import ROOT

BUILT = ROOT / ".aws-sam" / "build"


def zipped_kb() -> dict[str, float]:
    """Functions and our layer from their sources; the layer of dependencies when `make build` has laid it out."""
    found = {folder.name: _zipped(folder) for folder in sorted((ROOT / "functions").iterdir()) if folder.is_dir()}
    found["layer helpdesk"] = _zipped(ROOT / "layers" / "helpdesk")
    for layer in sorted(BUILT.rglob("DependenciesLayer")):
        found["layer dependencies"] = _zipped(layer)
    return found


def _zipped(folder: Path) -> float:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in source_files(folder):
            archive.write(file, file.relative_to(folder))
    return buffer.tell() / 1024
