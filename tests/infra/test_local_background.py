"""Scripts wait for the local stack and stop it, whatever else is on its port or in its data folder."""

import fcntl
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from infra.local import background, instance
from infra.local.settings import SettingError, Settings

NO_PROCESS = 2**22 + 1  # more than Linux gives out


@contextmanager
def somebody_else(answer: bytes) -> Iterator[int]:
    """The port of a server that is no helpdesk."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            self.request.sendall(answer)

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nNone",
        b"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n[]",
        b"HTTP/1.1 502 Broken\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 502 Broken\r\nContent-Length: 9\r\n\r\n{",
        b"SSH-2.0-OpenSSH\r\n",
        b"",
    ],
    ids=["words", "list", "silent", "half", "other", "nothing"],
)
def test_who_waits_behind_another_server_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr(background, "_started", lambda _: subprocess.Popen([sys.executable, "-c", ""]))
    (tmp_path / "up.log").write_text("Port is taken.")
    with somebody_else(answer) as port:
        settings = Settings.from_environment({"HELPDESK_DATA": str(tmp_path), "HELPDESK_PORT": str(port)})
        with pytest.raises(SettingError, match="Port is taken"):
            background.wait_for(settings, 10)


def test_one_that_ends_by_itself_meanwhile_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holders = iter([NO_PROCESS, None])
    monkeypatch.setattr(instance, "holder", lambda _: next(holders))
    assert background.stop(Settings.from_environment({"HELPDESK_DATA": str(tmp_path)})) is True


def test_who_looks_for_the_holder_is_none_for_others_who_look(tmp_path: Path) -> None:
    """A killed stack leaves its number behind, which may be that of another process by now."""
    (tmp_path / "lock").write_text(str(os.getpid()))
    with (tmp_path / "lock").open() as looking:
        fcntl.flock(looking, fcntl.LOCK_SH)
        assert instance.holder(tmp_path) is None


def test_the_holder_is_who_has_the_folder(tmp_path: Path) -> None:
    with instance.only_one(Settings.from_environment({"HELPDESK_DATA": str(tmp_path)})):
        assert instance.holder(tmp_path) == os.getpid()
    assert instance.holder(tmp_path) is None
