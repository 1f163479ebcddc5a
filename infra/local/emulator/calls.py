"""Every AWS call and Lambda invocation as a line of JSON, for those who measure.

A line is written only while `calls.jsonl` exists in the data folder: creating the file turns this on, removing it off.
"""

import json
import os
import time
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Final

from infra.local.asgi import App, Receive, Scope, Send
from infra.local.settings import Settings

FILE: Final = "calls.jsonl"
# Whose requests and answers are kept whole: what they cost depends on what is in them.
KEPT: Final = frozenset({"dynamodb", "events", "sqs"})


class CallLog:
    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def is_on(self) -> bool:
        return self._path.exists()

    def write(self, **line: Any) -> None:
        """Appending without creating: whoever removes the file in between turns the log off."""
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        except FileNotFoundError:
            return
        with os.fdopen(descriptor, "w") as file:
            file.write(json.dumps({"at": time.time(), **line}) + "\n")


def logged(emulator: App, settings: Settings) -> App:
    """The emulator, with a log of the signed calls it answers and of the functions it runs."""
    log = CallLog(settings.data / FILE)
    _log_invocations(log)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if not log.is_on or scope["type"] != "http":
            await emulator(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        credential = _credential(headers.get(b"authorization", ""))
        if credential is None:
            await emulator(scope, receive, send)
            return
        key, service = credential
        call, start = _Call(receive, send), time.perf_counter()
        await emulator(scope, call.receive, call.send)
        ms = (time.perf_counter() - start) * 1000
        target = headers.get(b"x-amz-target", "").rpartition(".")[2]
        kept = {"request": call.request.decode(), "response": call.response.decode()} if service in KEPT else {}
        operation = target or f"{scope['method']} {scope['path']}"
        log.write(service=service, operation=operation, function=_function(key), status=call.status, ms=ms, **kept)

    return app


class _Call:
    """One request on its way through, remembered."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self.request = b""
        self.response = b""
        self.status = 0

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self.request += message.get("body", b"")
        return message

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.status = message.get("status", self.status)
        self.response += message.get("body", b"")
        await self._send(message)


def _credential(authorization: str) -> tuple[str, str] | None:
    """Access key and service of a signature: `... Credential=KEY/date/region/SERVICE/aws4_request, ...`."""
    _, found, rest = authorization.partition("Credential=")
    parts = rest.split(",")[0].split("/")
    return (parts[0], parts[3]) if found and len(parts) == 5 else None  # noqa: PLR2004


def _function(key: str) -> str | None:
    """The function whose role's session signed; None for anybody else, such as the deployer."""
    from ministack.services import sts  # noqa: PLC0415 - after the environment is set

    session = sts._sessions.get(key)
    return session["UserId"].rpartition(":")[2] if session else None


def _log_invocations(log: CallLog) -> None:
    from ministack.core import lambda_runtime  # noqa: PLC0415

    corrected_invoke = lambda_runtime.Worker.invoke

    def invoke(worker: Any, *args: Any, **kwargs: Any) -> Any:
        if not log.is_on:
            return corrected_invoke(worker, *args, **kwargs)
        log.write(service="lambda", operation="Begin", function=worker.func_name, cause=_cause(args[0]))
        start, cpu = time.perf_counter(), _cpu_ms(worker)
        answer = corrected_invoke(worker, *args, **kwargs)
        log.write(
            service="lambda",
            operation="Invoke",
            function=worker.func_name,
            ms=(time.perf_counter() - start) * 1000,
            cpu_ms=_cpu_ms(worker) - cpu,
            log_bytes=len(answer.get("log") or ""),
            failed="trace" in answer,
        )
        return answer

    lambda_runtime.Worker.invoke = invoke


def _cause(event: Any) -> str:
    """Why a function runs, in a few words: `stream: TicketCreated`, `bus: TicketCreated`, `helpdesk-projection: 3`."""
    match event:
        case {"Records": [{"eventSource": "aws:dynamodb"}, *_] as records}:
            kinds = (record["dynamodb"].get("NewImage", {}).get("type", {}).get("S", "?") for record in records)
            return f"stream: {', '.join(kinds)}"
        case {"Records": [{"eventSourceARN": source}, *_] as records}:
            return f"{source.rpartition(':')[2]}: {len(records)}"
        case {"detail-type": kind}:
            return f"bus: {kind}"
        case {"routeKey": route}:
            return str(route)
    return ""


def _cpu_ms(worker: Any) -> float:
    """Processor time of the worker's process so far; 0 before it is started."""
    try:
        return int(Path(f"/proc/{worker._proc.pid}/schedstat").read_text().split()[0]) / 1e6
    except (AttributeError, OSError):
        return 0.0
