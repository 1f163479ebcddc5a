"""One stack per data folder, and how others find the one that runs."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from infra.local.settings import SettingError, Settings

# A process that was killed may leave a snapshot writer behind for a moment; it holds the lock too.
PATIENCE_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    pid: int
    site_url: str
    gateway_url: str
    clock: str | None


@contextmanager
def only_one(settings: Settings) -> Iterator[None]:
    """Hold the data folder; SettingError when another stack has it."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _lock(settings.data).open("a") as lock:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not _locked(lock.fileno()):
            if time.monotonic() > deadline:
                raise SettingError(f"Another helpdesk runs on {settings.data}. Stop it, or set HELPDESK_DATA.")
            time.sleep(0.1)
        lock.truncate(0)
        print(os.getpid(), file=lock, flush=True)
        yield


def holder(data: Path) -> int | None:
    """The process that has the data folder, ready or not; 0 in the moment before it says who it is."""
    try:
        with _lock(data).open() as lock:
            # Shared, so that others who look at the same time are not taken for the holder.
            return None if _locked(lock.fileno(), fcntl.LOCK_SH) else int(lock.read() or 0)
    except FileNotFoundError:
        return None


def _lock(data: Path) -> Path:
    return data / "lock"


def _locked(descriptor: int, how: int = fcntl.LOCK_EX) -> bool:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def announced(settings: Settings, clock: str | None) -> Iterator[None]:
    """Tell other commands of this data folder where the stack is, as long as it is ready."""
    note = _note(settings.data)
    running = Running(pid=os.getpid(), site_url=settings.site_url, gateway_url=settings.gateway_url, clock=clock)
    half_written = note.with_suffix(".new")
    half_written.write_text(json.dumps(asdict(running)))
    half_written.replace(note)  # whoever looks sees all of it or nothing
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def running(data: Path) -> Running | None:
    """The stack that is ready on this data folder; a note left by a killed one does not count."""
    try:
        found = Running(**json.loads(_note(data).read_text()))
        os.kill(found.pid, 0)
    except (FileNotFoundError, ProcessLookupError):
        return None
    return found


def _note(data: Path) -> Path:
    return data / "running.json"
