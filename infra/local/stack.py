"""The local stack from start to stop: serve, restore, deploy, check, seed, adopt; drain, save, end."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from typing import Any, Final

from infra import deployed as deployed_stack
from infra import operations
from infra.deployed import Deployed
from infra.local import accounts, clock, instance, server
from infra.local.asgi import Receive, Scope, Send
from infra.local.aws import Aws
from infra.local.config import config
from infra.local.edge import Edge, Origins
from infra.local.emulator import snapshots, start, workers
from infra.local.fingerprint import fingerprint
from infra.local.progress import Progress
from infra.local.readiness import FUNCTIONS, NOTE, PEOPLE, TIMERS, Readiness
from infra.local.security_headers import security_headers
from infra.local.settings import HOST, ROOT, STACK, Settings
from infra.local.site import site

DRAIN_SECONDS: Final = 5.0


def up(settings: Settings) -> None:
    """Run until interrupted."""
    progress = Progress()
    if instance.holder(settings.data) is None:  # else it is told that this folder has one
        server.refuse_taken_ports(settings)
    with instance.only_one(settings):
        server.refuse_taken_ports(settings)
        start.prepare_environment(settings, clock.anchored(settings.clock, settings.data))
        progress.say(f"Helpdesk starts at {settings.site_url}")
        with progress.step("emulator loaded"):
            emulator = start.load(settings)
        loop = asyncio.new_event_loop()
        stack = Stack(settings, emulator, progress, loop)
        # Not `asyncio.run`, which waits for calls whose retries go on after the end; `leave` does not.
        loop.run_until_complete(stack.run())


class Stack:
    def __init__(
        self, settings: Settings, emulator: start.Emulator, progress: Progress, loop: asyncio.AbstractEventLoop
    ) -> None:
        self._settings = settings
        self._emulator = emulator
        self._progress = progress
        self._loop = loop
        self._aws = Aws(settings.gateway_url)
        self._readiness = Readiness()
        self._edge = Edge(settings, self._counted, site(settings, self._config), self._readiness)
        self._deployed: Deployed | None = None
        self._mail_port = server.held(settings.smtp_port)  # before there is anything that a taken port would leave
        self._mail_in: asyncio.Server | None = None
        self._facts: dict[str, Any] = snapshots.facts(settings)
        self._calls = 0
        self._saved_calls = -1

    async def run(self) -> None:
        stop = self._told_to_stop()
        end_of_service = asyncio.Event()
        service = asyncio.create_task(server.run(self._settings, self._edge, end_of_service))
        with self._progress.step("state restored" if self._facts else "emulator started"):
            await server.answers(self._settings.port, service)
        preparing = asyncio.create_task(asyncio.to_thread(self._prepare))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({preparing, stopping, service}, return_when=asyncio.FIRST_COMPLETED)
        failed = preparing.done() and not stop.is_set()  # after a stop, what it still tries fails for that alone
        if preparing.done() and not preparing.exception():
            with instance.announced(self._settings, os.environ.get("HELPDESK_CLOCK")):
                await self._take_mail()
                self._readiness.found(NOTE)
                threading.Thread(target=self._save_often, daemon=True, name="snapshots").start()
                self._welcome()
                await asyncio.wait({stopping, service}, return_when=asyncio.FIRST_COMPLETED)
                self._readiness.ends()
                self._progress.say("\nHelpdesk stops")
                await asyncio.to_thread(self._drain)
        end_of_service.set()
        await service
        await asyncio.to_thread(workers.end)
        if failed:
            preparing.result()

    def _told_to_stop(self) -> asyncio.Event:
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self._loop.add_signal_handler(number, stop.set)
        return stop

    def _prepare(self) -> None:
        version = fingerprint(self._settings)
        if self._facts.get("version") == version:
            self._deployed = deployed_stack.read(self._aws.client("cloudformation"), STACK)
            self._emulator.go_on()
        else:
            self._deploy()
            self._facts = {**self._facts, "version": version}
        self._edge.origins = self._origins()
        with self._progress.step("first answer"):
            self._wait_for_health()
        self._readiness.found(FUNCTIONS)
        with self._progress.step(PEOPLE):
            self._seed()
        self._readiness.found(PEOPLE)
        with self._progress.step("timers adopted, first snapshot"):
            operations.adopt(self._aws, self._found)
            if not snapshots.save(self._settings, self._facts, self._loop):
                raise RuntimeError("The first snapshot did not come off; see stack.log.")
        self._readiness.found(TIMERS)

    def _deploy(self) -> None:
        from infra.local import deploy, verify  # noqa: PLC0415 - two seconds of imports a warm start does not need

        with self._progress.step("template deployed"):
            templates = deploy.deploy(self._settings, self._aws)
        self._deployed = deployed_stack.read(self._aws.client("cloudformation"), STACK)
        self._emulator.go_on()
        with self._progress.step("deployment checked"):
            verify.verify(self._aws, self._deployed, templates)

    async def _take_mail(self) -> None:
        from infra.local import smtp  # noqa: PLC0415 - a tenth of a second that the first answer need not wait for

        self._mail_in = await smtp.listen(self._mail_port, self._aws, self._found)

    def _wait_for_health(self) -> None:
        """Shows early that functions can start at all. Asked behind the edge, which says more than the function."""
        api, token = self._found.id_of("AWS::ApiGatewayV2::Api", "HttpApi"), self._found.origin_token
        url = f"{self._settings.gateway_url}/_aws/execute-api/{api}/$default/api/health"
        try:
            request = urllib.request.Request(url, headers={"x-origin-token": token})  # noqa: S310 - our own
            urllib.request.urlopen(request, timeout=60).close()  # noqa: S310 - as above
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{url} answers {error.code}; see {self._settings.function_log}") from error

    def _seed(self) -> None:
        """Once per data folder and kind of seed; a second time would change nothing."""
        if self._facts.get("seed") in (self._settings.seed, "demo"):
            return
        arguments = [self._settings.gateway_url, self._settings.site_url, self._settings.seed]
        ended = subprocess.run(
            [sys.executable, "-m", "infra.local.seed", *arguments],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        if ended.returncode:
            raise RuntimeError(f"Seeding failed:\n{ended.stderr}")
        self._facts = {**self._facts, "seed": self._settings.seed}

    @property
    def _found(self) -> Deployed:
        if self._deployed is None:
            raise RuntimeError("Nothing is deployed yet.")
        return self._deployed

    def _origins(self) -> Origins:
        return Origins(
            http_api=self._found.id_of("AWS::ApiGatewayV2::Api", "HttpApi"),
            live_api=self._found.id_of("AWS::ApiGatewayV2::Api", "LiveApi"),
            token=self._found.origin_token,
            headers=security_headers(self._settings, self._aws, self._found),
        )

    def _config(self) -> dict[str, Any]:
        return config(self._settings, self._found)

    def _welcome(self) -> None:
        names = ", ".join(account.email for account in accounts.ACCOUNTS)
        self._progress.say(
            f"Ready after {self._progress.seconds:.1f} s\n\n"
            f"  Portal     {self._settings.site_url}/\n"
            f"  Agents     {self._settings.site_url}/agent\n"
            f"  Mail sent  {self._settings.site_url}/local/mail (files in {self._settings.mail})\n"
            f"  Mail in    smtp://{HOST}:{self._settings.smtp_port}, to {self._settings.mail_from}\n"
            f"  Data       {self._settings.data} (functions.log, stack.log)\n"
            f"  Accounts   {names}\n"
            f"  Password   {accounts.PASSWORD}\n\n"
            "Ctrl-C stops it; what is there stays there."
        )

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Everything that changes state calls the emulator; without a call there is nothing new to save."""
        self._calls += 1
        await self._emulator.app(scope, receive, send)

    def _save_often(self) -> None:
        """A large state takes long to write: saving has a tenth of the time at most."""
        took = 0.0
        while True:
            time.sleep(max(snapshots.EVERY_SECONDS, 10 * took))
            begun = time.monotonic()
            self._save()
            took = time.monotonic() - begun

    def _save(self) -> None:
        calls = self._calls
        if calls != self._saved_calls and snapshots.save(self._settings, self._facts, self._loop):
            self._saved_calls = calls

    def _drain(self) -> None:
        """Let functions that run finish, so that what they do next is in the last snapshot. The rest is called after
        the next start.
        """
        from ministack.core import lambda_runtime  # noqa: PLC0415

        deadline = time.monotonic() + DRAIN_SECONDS
        quiet = 0
        while quiet < 3 and time.monotonic() < deadline:  # noqa: PLR2004 - one event starts the next
            done = lambda_runtime.workers_in_use() == 0 and not self._emulator.deliveries.pending
            quiet = quiet + 1 if done else 0
            time.sleep(0.05)
        self._emulator.deliveries.pause()
        self._saved_calls = -1
        self._save()


def leave(status: int) -> None:
    """End at once: threads of the emulator that wait for timers would hold a normal exit."""
    os._exit(status)
