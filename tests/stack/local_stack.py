"""A local stack of the tests' own: a process, a folder, three free ports."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from infra import deployed as deployed_stack
from infra.local.accounts import PASSWORD, id_token
from infra.local.aws import Aws
from infra.local.settings import STACK

# Seconds. Waiting ends as soon as what is waited for is there; a busy machine may take many times as long.
PATIENCE = 300.0
COMMAND = Path(sys.executable).parent / "helpdesk"


class LocalStack:
    def __init__(self, folder: Path, *, clock: str | None = None, seed: str = "none") -> None:
        self.data = folder
        self.port = free_ports()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.gateway_url = f"http://127.0.0.1:{self.port + 1}"
        self.smtp_port = self.port + 2
        self.clock = clock
        self.seed = seed
        self.output = folder.parent / f"{folder.name}.out"
        self.process: subprocess.Popen[bytes] | None = None
        self._aws = Aws(self.gateway_url)
        self._tokens: dict[str, tuple[str, float]] = {}
        self._clients: dict[str | None, httpx.Client] = {}

    def environment(self) -> dict[str, str]:
        ours = {"HELPDESK_PORT": str(self.port), "HELPDESK_DATA": str(self.data), "HELPDESK_SEED": self.seed}
        if self.clock:
            ours["HELPDESK_CLOCK"] = self.clock
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("HELPDESK_", "AWS_"))}
        return {**kept, **ours}

    def launch(self) -> subprocess.Popen[bytes]:
        """Start the process; it is not ready yet."""
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [COMMAND, "up"], env=self.environment(), stdout=output, stderr=output, start_new_session=True
            )
        return self.process

    def start(self, patience: float = PATIENCE) -> "LocalStack":
        self.launch()
        wait_until(self._ready, patience, self._why_not)
        return self

    def _ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self._why_not()
        note = self.data / "running.json"
        return note.exists() and json.loads(note.read_text())["pid"] == self.process.pid

    def _why_not(self) -> str:
        log = self.data / "stack.log"
        return self.output.read_text() + (log.read_text()[-3000:] if log.exists() else "")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        assert self.process is not None
        for client in self._clients.values():
            client.close()
        self._clients.clear()
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill9(self) -> None:
        self.stop(signal.SIGKILL)

    def wait_for_snapshot(self) -> None:
        """Until the emulator's state was saved once more. What is done at once is in the next one, seconds later; the
        one that comes first may have been begun before.
        """
        number = self._snapshot_number()
        self.aws("dynamodb").list_tables()  # nothing is saved when nobody called
        wait_until(lambda: self._snapshot_number() > number)

    def _snapshot_number(self) -> int:
        return max((int(path.name.rpartition("-")[2]) for path in (self.data / "aws").glob("snapshot-*")), default=0)

    def restart(self) -> None:
        assert self.stop() == 0, self._why_not()
        self.start()

    def token(self, email: str, password: str = PASSWORD) -> str:
        """The bearer token of an account, kept for half an hour."""
        token, made = self._tokens.get(email, ("", 0.0))
        if time.monotonic() - made > 1800 or not token:
            deployed = deployed_stack.read(self.aws("cloudformation"), STACK)
            token = id_token(self._aws, deployed, email, password)
            self._tokens[email] = token, time.monotonic()
        return token

    def client(self, email: str | None = None) -> httpx.Client:
        """An HTTP client of the site, signed in when an account is named."""
        if email not in self._clients:
            headers = {"authorization": f"Bearer {self.token(email)}"} if email else {}
            self._clients[email] = httpx.Client(base_url=self.base_url, headers=headers, timeout=PATIENCE)
        return self._clients[email]

    def aws(self, service: str) -> Any:
        """A client of the emulator as its root user."""
        return self._aws.client(service)

    def start_anew(self, function: str) -> None:
        """Its processes end, as after every change of its configuration; new ones read the settings at once."""
        client, name = self.aws("lambda"), f"helpdesk-{function}"
        timeout = client.get_function_configuration(FunctionName=name)["Timeout"]
        client.update_function_configuration(FunctionName=name, Timeout=timeout)

    def mails(self, to: str | None = None) -> list[dict[str, Any]]:
        """Mail sent so far, newest first."""
        answer = self.client().get("/local/mail.json", params={} if to is None else {"to": to})
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    def wait_for_mail(self, to: str, subject: str = "", patience: float = PATIENCE) -> dict[str, Any]:
        """The newest mail to this address whose subject contains these words."""

        def found() -> list[dict[str, Any]]:
            return [mail for mail in self.mails(to) if subject in mail["subject"]]

        return wait_until(found, patience, lambda: f"no mail to {to} about {subject!r}: {self.mails()}")[0]


def wait_until(ask: Callable[[], Any], patience: float = PATIENCE, why_not: Callable[[], str] = str) -> Any:
    """The first truthy answer. Who waits long asks less often: what is waited for needs the processor, too."""
    deadline, pause = time.monotonic() + patience, 0.05
    while not (answer := ask()):
        assert time.monotonic() < deadline, why_not()
        time.sleep(pause)
        pause = min(pause * 1.2, 0.2)
    return answer


def free_ports() -> int:
    """The first of three free ports in a row."""
    while True:
        with socket.socket() as first, socket.socket() as second, socket.socket() as third:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
                third.bind(("127.0.0.1", port + 2))
            except (OSError, OverflowError):
                continue
            return port
