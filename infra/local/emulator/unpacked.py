"""Deployed code, unpacked once by a stack and not once by each of its Lambda processes.

Stock behaviour: every process gets its function and the layers in a folder of its own, hundreds of files that
are written at its cold start and removed when it ends; at the stop of a busy stack that took many seconds.
"""

import hashlib
import shutil
import threading
import zipfile
from pathlib import Path
from typing import Any, Self


def correct(folder: Path) -> None:
    from ministack.core import lambda_runtime  # noqa: PLC0415 - after the environment is set

    shutil.rmtree(folder, ignore_errors=True)  # what the run before had unpacked
    lambda_runtime.zipfile = Zips(folder)


class Zips:
    """The module `zipfile` as the emulator's Lambda runtime sees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def ZipFile(self, file: str) -> "Archive":  # noqa: N802 - its name there
        return Archive(file, self._folder, self._lock)

    def __getattr__(self, name: str) -> Any:
        return getattr(zipfile, name)


class Archive:
    """A zip whose content is unpacked into `folder` the first time, and linked to ever after."""

    def __init__(self, file: str, folder: Path, lock: threading.Lock) -> None:
        self._zip = zipfile.ZipFile(file)
        self._folder = folder
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def namelist(self) -> list[str]:
        """What is to be linked."""
        return sorted({name.partition("/")[0] for name in self._zip.namelist()})

    def extractall(self, path: str) -> None:
        whole = self._whole()
        for name in self.namelist():
            (Path(path) / name).symlink_to(whole / name)

    def _whole(self) -> Path:
        content = repr([(it.filename, it.CRC) for it in self._zip.infolist()])
        whole = self._folder / hashlib.sha256(content.encode()).hexdigest()
        with self._lock:
            if not whole.exists():
                draft = self._folder / "draft"
                self._zip.extractall(draft)
                draft.rename(whole)
        return whole
