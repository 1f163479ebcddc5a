"""The local stack without a terminal: for scripts that start it, use it and stop it."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Final

from infra.local import instance
from infra.local.instance import Running
from infra.local.settings import ROOT, SettingError, Settings

PAUSE_SECONDS: Final = 0.1
ANSWER_SECONDS: Final = 20.0
STOP_SECONDS: Final = 60.0


def wait_for(settings: Settings, seconds: float) -> str:
    """The address of the stack of this data folder, once it is ready; started if there is none. Raises SettingError."""
    deadline = time.monotonic() + seconds
    started: subprocess.Popen[bytes] | None = None
    while missing := _missing(settings, running := instance.running(settings.data)):
        if instance.holder(settings.data) is None:
            if started is None:
                started = _started(settings)
            elif started.poll() is not None:
                raise SettingError(f"The stack ended:\n{_log(settings).read_text().strip()}")
        if time.monotonic() > deadline:
            raise SettingError(f"Not ready after {seconds:g} s, and it goes on starting. {missing}")
        time.sleep(PAUSE_SECONDS)
    return running.site_url if running else settings.site_url


def stop(settings: Settings) -> bool:
    """False when there was nothing to stop. Raises SettingError."""
    deadline = time.monotonic() + STOP_SECONDS
    while (found := instance.holder(settings.data)) == 0:
        time.sleep(PAUSE_SECONDS)
    if found is None:
        return False
    with contextlib.suppress(ProcessLookupError):  # it has just ended by itself
        os.kill(found, signal.SIGTERM)
    while instance.holder(settings.data) == found:
        if time.monotonic() > deadline:
            raise SettingError(f"Process {found} has not stopped after {STOP_SECONDS:g} s.")
        time.sleep(PAUSE_SECONDS)
    return True


def _started(settings: Settings) -> "subprocess.Popen[bytes]":
    """In a session of its own, so that an interrupt of who waits is not one of the stack."""
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _log(settings).open("wb") as log:
        command = [str(Path(sys.executable).parent / "helpdesk"), "up"]
        return subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )


def _missing(settings: Settings, running: Running | None) -> str | None:
    """What is missing, in the stack's own words; None when it is ready."""
    url = f"{running.site_url if running else settings.site_url}/api/health"
    try:
        urllib.request.urlopen(url, timeout=ANSWER_SECONDS).close()  # noqa: S310 - our own
    except urllib.error.HTTPError as error:
        with contextlib.suppress(OSError, HTTPException, ValueError, LookupError, TypeError):
            return str(json.load(error)["detail"])
        return f"Another server answers at {url}."
    except (OSError, HTTPException) as error:
        return f"It does not answer yet: {error}"
    return None if running else f"Another helpdesk answers at {url}."


def _log(settings: Settings) -> Path:
    return settings.data / "up.log"
