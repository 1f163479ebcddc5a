"""Build web/ when its sources changed since the last build, told by their content."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from infra.local.progress import Progress
from infra.local.settings import ROOT

WEB: Final = ROOT / "web"
NOT_SOURCES: Final = frozenset({"dist", "node_modules", "coverage", ".vite"})


def main() -> None:
    npm = shutil.which("npm", path=Path(sys.executable).parent.as_posix()) or "npm"
    progress = Progress()
    if not _is(WEB / "node_modules" / ".built-from", locked := _hash([WEB / "package-lock.json"])):
        with progress.step("web packages installed"):
            install = [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(install, cwd=WEB, check=True, stdout=subprocess.DEVNULL)
        (WEB / "node_modules" / ".built-from").write_text(locked)
    if not _is(WEB / "dist" / ".built-from", sources := _hash(_sources())):
        with progress.step("web built"):
            subprocess.run([npm, "run", "--silent", "build", "--", "--logLevel=error"], cwd=WEB, check=True)
        (WEB / "dist" / ".built-from").write_text(sources)


def _sources() -> list[Path]:
    return sorted(
        path for path in WEB.rglob("*") if path.is_file() and not NOT_SOURCES & set(path.relative_to(WEB).parts)
    )


def _hash(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(WEB).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _is(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"helpdesk: {' '.join(map(str, error.cmd))} failed in web/")
