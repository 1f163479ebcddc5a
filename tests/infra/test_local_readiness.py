"""What the edge of the local stack answers before and after everything is there."""

import json
from collections.abc import MutableMapping
from typing import Any

from infra.local.asgi import Receive, Scope, Send
from infra.local.edge import Edge, Origins
from infra.local.readiness import FUNCTIONS, NOTE, PEOPLE, TIMERS, Readiness
from infra.local.security_headers import Policies
from infra.local.settings import Settings
from tests.loops import finished

SETTINGS = Settings.from_environment({})
ORIGINS = Origins(http_api="api", live_api="live", token="t", headers=Policies())


async def answering(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    await send({"type": "http.response.body", "body": b"{}"})


def asked(edge: Edge, path: str) -> tuple[int, dict[bytes, bytes], dict[str, Any]]:
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", f"127.0.0.1:{SETTINGS.port}".encode())],
        "server": ("127.0.0.1", SETTINGS.port),
        "client": ("127.0.0.1", 1),
    }
    finished(edge(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), json.loads(sent[1]["body"])


def test_health_names_what_is_missing_until_nothing_is() -> None:
    readiness = Readiness()
    edge = Edge(SETTINGS, answering, answering, readiness)
    missing = [FUNCTIONS, PEOPLE, TIMERS, NOTE]
    assert asked(edge, "/api/tickets")[0] == 503
    edge.origins = ORIGINS
    for part in tuple(missing):
        status, headers, body = asked(edge, "/api/health")
        assert (status, body["code"], body["missing"]) == (503, "starting", missing)
        assert (headers[b"content-type"], headers[b"retry-after"]) == (b"application/problem+json", b"1")
        assert set(body) >= {"type", "title", "status", "detail", "errors"}
        readiness.found(part)
        missing.remove(part)
        assert asked(edge, "/api/tickets")[0] == 200  # what fills the stack asks before all is there
    assert asked(edge, "/api/health")[0] == 200


def test_who_asks_a_stack_that_stops_is_told_so() -> None:
    readiness = Readiness()
    edge = Edge(SETTINGS, answering, answering, readiness)
    edge.origins = ORIGINS
    for part in (FUNCTIONS, PEOPLE, TIMERS, NOTE):
        readiness.found(part)
    readiness.ends()
    for path in ("/api/health", "/api/tickets"):
        status, _, body = asked(edge, path)
        assert (status, body["code"]) == (503, "stopping")
