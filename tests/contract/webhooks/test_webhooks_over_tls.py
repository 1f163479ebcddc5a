"""Calls to other systems over real TLS: only who proves the name is told anything, and nobody holds a call for long."""

import hashlib
import hmac
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import trustme
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.capabilities.sla.settings.document import as_written, revise
from helpdesk.channels.webhooks import actions as webhooks_actions
from helpdesk.channels.webhooks import services as webhooks
from helpdesk.channels.webhooks.ports import WebhookCall, WebhookPorts
from helpdesk.channels.webhooks.rules import WebhookError
from helpdesk.channels.webhooks.services import SignedWebhooks
from helpdesk.core.tickets.actions.change import LEASE
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Scale
from msgspec.structs import replace

from tests.builders.intake import open_ticket

HOST, PUBLIC = "hooks.example", "93.184.216.34"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
AUTHORITY = trustme.CA()
CALL = WebhookCall(id="01-0", url=f"https://{HOST}/taken", body='{"a": "ü"}')


class Answering(BaseHTTPRequestHandler):
    """What the other system says is in the path: /taken, /status/500, /moved, /drips, /silent."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append((self.path, dict(self.headers), body))  # type: ignore[attr-defined]
        match self.path.split("/")[1:]:
            case ["status", code]:
                self._say(int(code))
            case ["moved"]:
                self._say(307, Location="https://169.254.169.254/latest/meta-data")
            case ["drips"]:
                self._drip()
            case ["silent"]:
                self.server.over.wait(30)  # type: ignore[attr-defined]
            case _:
                self._say(204)

    def do_GET(self) -> None:
        self.server.told.append((self.path, {}, b""))  # type: ignore[attr-defined]

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _drip(self) -> None:
        """A header that never ends: each byte comes in time, the answer does not."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not self.server.over.wait(0.05):  # type: ignore[attr-defined]
            self.wfile.write(b"x")

    def log_message(self, *_: Any) -> None:
        """Nothing."""


class Server(ThreadingHTTPServer):
    def __init__(self, certificate: trustme.LeafCert) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        self.told: list[tuple[str, dict[str, str], bytes]] = []
        self.over = threading.Event()

    def handle_error(self, *_: Any) -> None:
        """A caller who leaves is no fault."""

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.told]


Serve = Callable[..., Server]


@pytest.fixture
def serve(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """A system at the name we call, with a certificate; ours is the only authority that is trusted."""
    AUTHORITY.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    servers = []

    def start(name: str = HOST, by: trustme.CA = AUTHORITY, **terms: Any) -> Server:
        server = Server(by.issue_cert(name, **terms))
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        monkeypatch.setattr(webhooks, "PORT", server.server_port)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.over.set()
        server.shutdown()
        server.server_close()


def calls() -> SignedWebhooks:
    """The name is at a public address; what is connected to is this machine."""
    return SignedWebhooks(
        lambda: ["a key that only tests know"],
        lambda: NOW,
        lambda _: [PUBLIC],
        lambda host, address: webhooks.connection_to(host, "127.0.0.1" if address == PUBLIC else address),
    )


def test_who_proves_the_name_is_told_and_can_check_who_calls(serve: Serve):
    server = serve()
    calls().call(CALL)
    ((path, headers, body),) = server.told
    signed = f"{headers['X-Helpdesk-Timestamp']}.".encode() + body
    expected = hmac.new(calls().key().encode(), signed, hashlib.sha256).hexdigest()
    assert headers["X-Helpdesk-Signature"] == f"sha256={expected}"
    assert headers["Host"].startswith(HOST)
    assert (path, headers["X-Helpdesk-Event"], body) == ("/taken", "01-0", CALL.body.encode())


@pytest.mark.parametrize(
    "certificate",
    [
        {"name": "other.example"},
        {"name": "127.0.0.1"},
        {"by": trustme.CA()},
        {"not_before": datetime(2020, 1, 1, tzinfo=UTC), "not_after": datetime(2020, 2, 1, tzinfo=UTC)},
        {"not_before": datetime.now(UTC) + timedelta(days=1)},
    ],
    ids=["another name", "the address only", "an authority nobody knows", "expired", "not valid yet"],
)
def test_who_cannot_prove_the_name_is_told_nothing(serve: Serve, certificate: dict[str, Any]):
    server = serve(**certificate)
    with pytest.raises(WebhookError):
        calls().call(CALL)
    assert server.told == []


def test_what_speaks_no_tls_is_told_nothing(serve: Serve):
    serve()
    plain = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    webhooks.PORT = plain.server_port  # set back with the fixture
    threading.Thread(target=plain.handle_request, daemon=True).start()
    with pytest.raises(WebhookError):
        calls().call(CALL)
    plain.server_close()


@pytest.mark.parametrize("path", ["/moved", "/status/301", "/status/500", "/status/404", "/status/100"])
def test_an_answer_leads_nowhere_and_only_a_yes_is_one(serve: Serve, path: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(webhooks, "LONGEST", 1.0)
    server = serve()
    with pytest.raises(WebhookError):
        calls().call(WebhookCall(id="1", url=f"https://{HOST}{path}", body="{}"))
    assert server.paths == [path]


@pytest.mark.parametrize("path", ["/silent", "/drips"])
def test_nobody_holds_a_call_for_long(serve: Serve, path: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(webhooks, "LONGEST", 0.3)
    serve()
    began = time.monotonic()
    with pytest.raises(WebhookError):
        calls().call(WebhookCall(id="1", url=f"https://{HOST}{path}", body="{}"))
    assert time.monotonic() - began < webhooks.TIMEOUT


def laddered(desk: Desk, *paths: str) -> webhooks_actions.Told:
    """A ladder's step that calls these; its entry."""
    current = desk.settings.now("sla")
    hooks = [{"webhook": f"https://{HOST}{path}"} for path in paths]
    file = {"id": "page", "when": {"created": ["P1"]}, "steps": [{"actions": hooks}]}
    desk.settings.save(current, revise({**as_written(current), "ladders": [file]}, current, NOW, "alex"))
    ticket = open_ticket(desk, impact=Scale.HIGH, urgency=Scale.HIGH)
    escalation.climb(desk, ticket.id, "page@2:created")
    (step,) = (entry for entry in desk.tickets.entries(ticket.id) if entry.type == "LadderStepTaken")
    return webhooks_actions.Told(ticket_id=ticket.id, version=step.version, entry_id=step.id, body="{}")


def test_who_did_not_take_it_is_called_again_under_the_same_id_and_nobody_else_is(serve: Serve, memory_desk: Desk):
    """One that fails keeps the call from none of the others."""
    server = serve()
    desk = replace(memory_desk, webhooks=WebhookPorts(calls=calls(), retries=memory_desk.webhooks.retries))
    step = laddered(desk, "/status/503", "/taken", "/taken/too")
    for _ in range(2):
        webhooks_actions.call(desk, step, {}, None)
        desk.clock.advance(LEASE)
    assert sorted(server.paths) == ["/status/503", "/status/503", "/taken", "/taken/too"]
    ids = {headers["X-Helpdesk-Event"] for path, headers, _ in server.told if path == "/status/503"}
    assert ids == {f"{step.entry_id}-0"}
