"""Where a Chromium is: in HELPDESK_CHROMIUM, on the PATH, Playwright's own, or Debian's, which root may install."""

import os
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No calls home, and no sandbox where root runs the tests: Chromium refuses to start there with one.
ARGUMENTS = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
]
ADVICE = (
    "The browser tests need a Chromium. Install one (Debian: apt-get install chromium; anywhere: "
    ".venv/bin/playwright install chromium) or name it in HELPDESK_CHROMIUM."
)


def find(playwright: Playwright) -> str:
    """The path of a Chromium; LookupError with advice when there is none."""
    named = os.environ.get("HELPDESK_CHROMIUM")
    if named:
        return named
    own = playwright.chromium.executable_path
    found = _on_path() or (own if Path(own).exists() else None) or _installed_by_debian()
    if found is None:
        raise LookupError(ADVICE)
    return found


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed_by_debian() -> str | None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(command, env=environment, check=False, capture_output=True, timeout=600)
    return _on_path()
