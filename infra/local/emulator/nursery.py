"""Lambda processes forked from one that has imported the libraries already.

Stock behaviour: each process starts an interpreter and imports botocore, Powertools and pydantic again, half
a second of processor time; on two cores a burst of cold starts stands still. The nursery knows libraries
only: our own code comes from the deployed layer, as on AWS.
"""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Final

SCRIPT: Final = Path(__file__).with_name("nursery_process.py")


class Nursery:
    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        self._lock = threading.Lock()
        environment = {key: value for key, value in os.environ.items() if key != "HELPDESK_CLOCK"}
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, SCRIPT, str(theirs.fileno())], pass_fds=[theirs.fileno()], env=environment
            )

    def popen(self, command: list[str], *, cwd: str, env: dict[str, str], **_: Any) -> Any:
        """Stands in for `subprocess.Popen` of a Lambda process."""
        if command[0] != sys.executable:
            return subprocess.Popen(command, cwd=cwd, env=env, **_)
        request = json.dumps({"script": command[1], "cwd": cwd, "env": env}).encode()
        stdin, stdout, stderr, life = (os.pipe() for _ in range(4))
        theirs = [stdin[0], stdout[1], stderr[1], life[1]]
        with self._lock:
            socket.send_fds(self._socket, [len(request).to_bytes(4, "big")], theirs)
            self._socket.sendall(request)
            pid = int.from_bytes(self._socket.recv(4), "big")
        if not pid:
            raise RuntimeError("The process Lambda processes are forked from has ended.")
        for descriptor in theirs:
            os.close(descriptor)
        return Child(pid, stdin[1], stdout[0], stderr[0], life[0])

    def close(self) -> None:
        """No process starts any more."""
        with self._lock:
            self._socket.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:  # on a busy machine it may not have begun to listen yet
            self._process.kill()
            self._process.wait()


class Child:
    """The part of `subprocess.Popen` that the emulator uses, for a process that is not our own child."""

    def __init__(self, pid: int, stdin: int, stdout: int, stderr: int, life: int) -> None:
        self.pid = pid
        self.stdin = os.fdopen(stdin, "w", buffering=1)
        self.stdout = os.fdopen(stdout)
        self.stderr = os.fdopen(stderr)
        self.returncode: int | None = None
        self._life = life

    def poll(self) -> int | None:
        """The pipe `life` ends when the process does."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("lambda", timeout or 0)
        return code

    def terminate(self) -> None:
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def _ended(self, timeout: float | None) -> int | None:
        if self.returncode is not None:
            return self.returncode
        poll = select.poll()
        poll.register(self._life, select.POLLIN)
        if poll.poll(None if timeout is None else timeout * 1000):
            os.close(self._life)
            self.returncode = 0
        return self.returncode

    def _signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)


class Subprocess:
    """The module `subprocess` as the emulator's Lambda runtime sees it."""

    def __init__(self, nursery: Nursery) -> None:
        self.Popen = nursery.popen
        self.close = nursery.close

    def __getattr__(self, name: str) -> Any:
        return getattr(subprocess, name)
