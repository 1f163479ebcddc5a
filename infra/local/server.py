"""Two ports of one process: the site and the emulator's gateway, on loopback only."""

import asyncio
import contextlib
import socket
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config

from infra.local.settings import HOST, SettingError, Settings


def refuse_taken_ports(settings: Settings) -> None:
    for port in (settings.port, settings.gateway_port):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                raise SettingError(
                    f"Port {port} is taken. HELPDESK_PORT names the first of two ports in a row; "
                    f"with {settings.port} those are {settings.port} and {settings.gateway_port}."
                ) from None


async def run(settings: Settings, app: Any, stop: asyncio.Event) -> None:
    """Serve until `stop` is set."""
    config = Config()
    config.bind = [f"{HOST}:{settings.port}", f"{HOST}:{settings.gateway_port}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1
    config.shutdown_timeout = 10
    config.startup_timeout = 120  # restoring a large snapshot
    config.websocket_max_message_size = 128 * 1024  # as API Gateway
    config.accesslog = None
    config.errorlog = None
    with contextlib.suppress(asyncio.CancelledError):
        await serve(app, config, shutdown_trigger=stop.wait)


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
