"""The emulator's state on disk: whole, consistent, at most a few seconds old.

Stock behaviour: saved at a clean stop only, file by file, and from a thread it fails with `dictionary
changed size`. Here a forked child writes: it sees one instant of all services, and nothing waits for it.
A snapshot is a folder that gets its final name when it is complete, so a `kill -9` at any moment leaves
the one before.
"""

import contextlib
import copy
import json
import os
import shutil
import signal
import threading
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from infra.local.settings import Settings

PREFIX: Final = "snapshot-"
EVERY_SECONDS: Final = 5.0
WRITE_SECONDS: Final = 30.0
FACTS: Final = "facts.json"
# Their history grows with every call and nobody reads it after a restart.
FORGOTTEN: Final = frozenset({"cloudtrail", "cloudwatch_logs"})

_lock = threading.Lock()


def correct(settings: Settings) -> None:
    """Load from the newest snapshot; leave saving to `save` below."""
    import ministack.app as emulator  # noqa: PLC0415 - after the environment is set
    from ministack.core import persistence  # noqa: PLC0415
    from ministack.services import lambda_svc  # noqa: PLC0415

    stock_load = emulator._load_persisted_state

    def load() -> None:
        newest = newest_snapshot(settings)
        if newest is None:
            return
        persistence.STATE_DIR = str(newest)
        stock_load()
        stock_prune(_code_in_use(lambda_svc))

    stock_prune = lambda_svc._prune_orphan_code_blobs
    # A blob may be named by the snapshot before; unused ones are removed at the next start.
    lambda_svc._prune_orphan_code_blobs = lambda _referenced: None
    emulator._load_persisted_state = load
    emulator.save_all = lambda _services: None


def _code_in_use(lambda_svc: Any) -> set[str]:
    used: set[str] = set()
    for function in lambda_svc.get_state()["functions"]._data.values():
        for version in (function, *function.get("versions", {}).values()):
            code = version.get("code_zip")
            if isinstance(code, dict):
                used.add(code["code_blob_ref"])
    return used


def newest_snapshot(settings: Settings) -> Path | None:
    return max((settings.data / "aws").glob(f"{PREFIX}*"), key=_number, default=None)


def facts(settings: Settings) -> dict[str, Any]:
    """What we knew when the newest snapshot was taken: deployed version, seeds done."""
    newest = newest_snapshot(settings)
    return json.loads((newest / FACTS).read_text()) if newest else {}


def save(settings: Settings, known: dict[str, Any]) -> bool:
    """Take a snapshot now; False when it did not come off (the one before stays)."""
    with _lock:
        newest = newest_snapshot(settings)
        number = _number(newest) + 1 if newest else 1
        final = settings.data / "aws" / f"{PREFIX}{number}"
        draft = settings.data / "aws" / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        if not _in_forked_child(lambda: _write(draft, known)):
            return False
        draft.rename(final)
        for old in (settings.data / "aws").glob(f"{PREFIX}*"):
            if _number(old) < number:
                shutil.rmtree(old, ignore_errors=True)
        return True


def _number(snapshot: Path) -> int:
    return int(snapshot.name.removeprefix(PREFIX))


def _in_forked_child(work: Callable[[], None]) -> bool:
    """Run `work` in a child that ends hard; a lock another thread held at the fork may stop it for good."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # 3.12: forking with threads; the child runs only ours
        child = os.fork()
    if child == 0:
        status = 1
        with contextlib.suppress(BaseException):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
            work()
            status = 0
        os._exit(status)
    return _ended_well(child)


def _ended_well(child: int) -> bool:
    deadline = time.monotonic() + WRITE_SECONDS
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status == 0
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _write(folder: Path, known: dict[str, Any]) -> None:
    import ministack.app as emulator  # noqa: PLC0415
    from ministack.core import persistence  # noqa: PLC0415

    vars(copy)["deepcopy"] = _same  # this process is the copy
    for service, get_state in emulator._build_persistence_save_dict().items():
        state = None if service in FORGOTTEN else get_state()
        if state is None:
            continue
        wrapped = {"__ministack_format__": persistence._state_format_version(service), "payload": state}
        _write_file(folder / f"{service}.json", json.dumps(wrapped, default=persistence._json_default))
    _write_file(folder / FACTS, json.dumps(known))


def _same(value: Any, _memo: Any = None) -> Any:
    return value


def _write_file(path: Path, text: str) -> None:
    with path.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
