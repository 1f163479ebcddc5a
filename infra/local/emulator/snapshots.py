"""The emulator's state on disk: whole, consistent, at most a few seconds old.

Stock behaviour: saved at a clean stop only, file by file, and from a thread it fails with `dictionary
changed size`. Here a forked child writes: it sees one instant of all services, between two requests and never amid
one (half a transaction, an item without its stream record), and nothing waits for it.
A snapshot is one file that gets its final name when it is complete, so a `kill -9` at any moment leaves the
one before. Its first line is what we know ourselves, every other one the state of a service.
"""

import asyncio
import contextlib
import copy
import json
import os
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
# Their history grows with every call and nobody reads it after a restart.
FORGOTTEN: Final = frozenset({"cloudtrail", "cloudwatch_logs"})

_lock = threading.Lock()


def correct(settings: Settings) -> None:
    """Load from the newest snapshot; leave saving to `save` below."""
    import ministack.app as emulator  # noqa: PLC0415 - after the environment is set
    from ministack.services import lambda_svc  # noqa: PLC0415

    stock_load = emulator._load_persisted_state
    stock_prune = lambda_svc._prune_orphan_code_blobs

    def load() -> None:
        newest = newest_snapshot(settings)
        if newest is None:
            return
        states = _states(newest)
        emulator.load_state = states.get
        stock_load()
        stock_prune(_code_in_use(lambda_svc))

    # A blob may be named by the snapshot before; unused ones are removed at the next start.
    lambda_svc._prune_orphan_code_blobs = lambda _referenced: None
    emulator._load_persisted_state = load
    emulator.save_all = lambda _services: None


def _states(snapshot: Path) -> dict[str, Any]:
    from ministack.core import persistence  # noqa: PLC0415

    with snapshot.open() as lines:
        next(lines)
        named = (line.split("\t", 1) for line in lines)
        return {name: json.loads(state, object_hook=persistence._json_object_hook) for name, state in named}


def _code_in_use(lambda_svc: Any) -> set[str]:
    used: set[str] = set()
    for function in lambda_svc.get_state()["functions"]._data.values():
        for version in (function, *function.get("versions", {}).values()):
            code = version.get("code_zip")
            if isinstance(code, dict):
                used.add(code["code_blob_ref"])
    return used


def newest_snapshot(settings: Settings) -> Path | None:
    return max(_all(settings), key=_number, default=None)


def facts(settings: Settings) -> dict[str, Any]:
    """What we knew when the newest snapshot was taken: deployed version, seeds done."""
    newest = newest_snapshot(settings)
    if newest is None:
        return {}
    with newest.open() as lines:
        known: dict[str, Any] = json.loads(next(lines))
    return known


def save(settings: Settings, known: dict[str, Any], loop: asyncio.AbstractEventLoop) -> bool:
    """Take a snapshot now; False when it did not come off (the one before stays)."""
    with _lock:
        newest = newest_snapshot(settings)
        final = settings.data / "aws" / f"{PREFIX}{_number(newest) + 1 if newest else 1}"
        draft = settings.data / "aws" / "draft"
        if not in_forked_child(lambda: _write(draft, known), loop):
            return False
        draft.rename(final)
        for old in _all(settings):
            if _number(old) < _number(final):
                old.unlink()
        return True


def _all(settings: Settings) -> list[Path]:
    return list((settings.data / "aws").glob(f"{PREFIX}*"))


def _number(snapshot: Path) -> int:
    return int(snapshot.name.removeprefix(PREFIX))


def in_forked_child(work: Callable[[], None], loop: asyncio.AbstractEventLoop) -> bool:
    """Run `work` in a child that ends hard; a lock another thread held at the fork may stop it for good."""
    return _ended_well(asyncio.run_coroutine_threadsafe(_forked(work), loop).result())


async def _forked(work: Callable[[], None]) -> int:
    """The loop, which answers one request at a time, forks."""
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
    return child


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


def _write(file: Path, known: dict[str, Any]) -> None:
    import ministack.app as emulator  # noqa: PLC0415
    from ministack.core import persistence  # noqa: PLC0415

    vars(copy)["deepcopy"] = _same  # this process is the copy
    with file.open("w") as lines:
        lines.write(json.dumps(known) + "\n")
        for service, get_state in emulator._build_persistence_save_dict().items():
            state = None if service in FORGOTTEN else get_state()
            if not _is_empty(state):
                lines.write(f"{service}\t{json.dumps(state, default=persistence._json_default)}\n")
        lines.flush()
        os.fsync(lines.fileno())


def _is_empty(state: Any) -> bool:
    """A service without anything in it would only be imported at the next start."""
    content = getattr(state, "_data", state)
    if isinstance(content, dict):
        return all(_is_empty(value) for value in content.values())
    return content is None or content in ([], "", set())


def _same(value: Any, _memo: Any = None) -> Any:
    return value
