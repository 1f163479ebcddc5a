"""One origin for everything, as CloudFront makes it on AWS; the emulator is called without a network hop."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final

from infra.local import problems
from infra.local.asgi import App, Receive, Scope, Send, answer
from infra.local.readiness import Readiness
from infra.local.security_headers import Policies
from infra.local.settings import HOST, Settings
from infra.local.turns import awaited
from infra.local.waiting_room import WaitingRoom

# The paths of managed login. Anything else must not reach the emulator: to it, every path is some bucket.
SIGN_IN: Final = frozenset(
    {
        ("GET", "/oauth2/authorize"),
        ("POST", "/oauth2/login"),
        ("POST", "/login"),
        ("POST", "/oauth2/token"),
        ("GET", "/oauth2/userInfo"),
        ("POST", "/oauth2/userInfo"),
        ("GET", "/logout"),
    }
)
# CloudFront sets these itself, whatever a browser sent.
OURS: Final = frozenset({b"x-origin-token", b"x-viewer-address"})
HEALTH: Final = "/api/health"
GATEWAY_CALLBACKS: Final = ("/_ministack/cfn-response/", "/_ministack/cfn-signal/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """What the deployed stack put behind the edge."""

    http_api: str
    live_api: str
    token: str
    headers: Policies


class Edge:
    def __init__(self, settings: Settings, emulator: App, site: App, readiness: Readiness) -> None:
        self._settings = settings
        self._emulator = emulator
        self._requests = WaitingRoom(emulator)
        self._site = site
        self._readiness = readiness
        self.origins: Origins | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._emulator(scope, receive, send)
        elif scope["server"][1] == self._settings.gateway_port:
            await self._gateway(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._live(scope, receive, send)
        else:
            await self._http(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        host = _header(scope, b"host").rpartition(":")[0]
        if host == "localhost" and scope["method"] == "GET":
            # Sign-in comes back to one spelling of this origin; a session begun on the other would be lost.
            query = f"?{scope['query_string'].decode()}" if scope["query_string"] else ""
            location = f"{self._settings.site_url}{scope['raw_path'].decode()}{query}"
            await answer(send, HTTPStatus.TEMPORARY_REDIRECT, b"", [(b"location", location.encode())])
        elif host != HOST:
            await answer(send, HTTPStatus.MISDIRECTED_REQUEST, b"Unknown host\n")
        elif path.startswith("/api/"):
            await self._api(scope, receive, self._as_cloudfront(path, send))
        elif (scope["method"], path) in SIGN_IN or "/.well-known/" in path:
            await self._emulator(scope, receive, send)
        else:
            await self._site(scope, receive, send if path.startswith("/local/") else self._as_cloudfront(path, send))

    def _as_cloudfront(self, path: str, send: Send) -> Send:
        ours = self.origins.headers.of(path) if self.origins else ()
        names = {name for name, _ in ours}

        async def with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in names]
                message = {**message, "headers": [*kept, *ours]}
            await send(message)

        return with_headers

    async def _api(self, scope: Scope, receive: Receive, send: Send) -> None:
        there = self._readiness.is_ready if scope["path"] == HEALTH else self._readiness.answers
        if self.origins is None or not there:
            headers = problems.headers(retry_after=1)
            await answer(send, HTTPStatus.SERVICE_UNAVAILABLE, self._readiness.problem(), headers)
            return
        prefix = f"/_aws/execute-api/{self.origins.http_api}/$default"
        await self._requests(_behind(scope, prefix, self.origins.token), receive, send)

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.origins is None or not self._readiness.answers or scope["path"] != "/live":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        prefix = f"/_aws/execute-api/{self.origins.live_api}"
        with awaited():
            await self._emulator(_behind(scope, prefix, self.origins.token), receive, send)

    async def _gateway(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The emulator's own port: for Lambda processes, the deployer, and attachments in the browser.

        A page of another origin gets nothing, nor does anyone the emulator's control paths (reset, ...).
        """
        origin = _header(scope, b"origin")
        foreign = origin not in ("", self._settings.site_url)
        host = _header(scope, b"host").rpartition(":")[0]
        control = scope["path"].startswith("/_ministack/") and not scope["path"].startswith(GATEWAY_CALLBACKS)
        if foreign or control or host not in (HOST, "localhost") or scope["type"] != "http":
            await _refuse(scope, receive, send)
        else:
            await self._emulator(scope, receive, send)


def _behind(scope: Scope, prefix: str, token: str) -> Scope:
    """The request as the origin sees it: its path there, and what CloudFront tells it."""
    address = (scope["client"] or (HOST, 0))[0]
    headers = [(name, value) for name, value in scope["headers"] if name.lower() not in OURS]
    headers.append((b"x-origin-token", token.encode()))
    headers.append((b"x-viewer-address", address.encode()))
    raw_path = prefix.encode() + scope["raw_path"]
    return {**scope, "path": prefix + scope["path"], "raw_path": raw_path, "headers": headers}


def _header(scope: Scope, name: bytes) -> str:
    return next((value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name), "")


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await answer(send, HTTPStatus.FORBIDDEN, b"Forbidden\n")
