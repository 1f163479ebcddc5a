"""Two ports of one process: the site and the emulator's gateway, on loopback only."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn

from infra.local.settings import HOST, SettingError, Settings


def refuse_taken_ports(settings: Settings) -> None:
    for port in (settings.port, settings.gateway_port, settings.smtp_port):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                raise SettingError(
                    f"Port {port} is taken: HELPDESK_PORT names the first of three free ports in a row, "
                    f"now {settings.port} to {settings.smtp_port}."
                ) from None


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are the stack's: it lets functions finish first."""
        yield


async def run(settings: Settings, app: Any, stop: asyncio.Event) -> None:
    """Serve until `stop` is set."""
    config = uvicorn.Config(
        app,
        http="httptools",
        ws="wsproto",
        ws_max_size=128 * 1024,  # as API Gateway
        lifespan="on",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
        proxy_headers=False,
        server_header=False,
        date_header=False,  # the emulator writes its own
        access_log=False,
        log_config=None,
    )
    server = _Server(config)
    service = asyncio.create_task(server.serve([held(settings.port), held(settings.gateway_port)]))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({service, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    server.should_exit = True
    await service


def held(port: int) -> socket.socket:
    """The port, which nobody else can have from now on; who comes early waits."""
    # Named as TCP, so that asyncio sends at once what is written: with Nagle each answer waits 40 ms.
    listener = socket.socket(proto=socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    listener.listen()
    return listener


async def answers(port: int, service: "asyncio.Task[None]") -> None:
    """Wait until the port takes connections, which it does when the state is restored."""
    while not service.done():
        try:
            _, writer = await asyncio.open_connection(HOST, port)
        except OSError:
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return
    service.result()
