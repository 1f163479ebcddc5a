"""Calls to other systems over HTTPS, signed, and to public addresses only: no setting reaches into our own network."""

import hashlib
import hmac
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from http.client import HTTPException, HTTPSConnection
from threading import Timer
from typing import Any, Final

from helpdesk.channels.webhooks.ports import WebhookCall
from helpdesk.channels.webhooks.rules import WebhookError
from helpdesk.foundation.kernel.network import PORT, is_public, target
from helpdesk.foundation.platform.stepfunctions import started

TIMEOUT: Final = 5.0  # for each step of a call

LONGEST: Final = 10.0  # for all of it: an answer that drips in byte by byte would be in time for ever

TAKEN: Final = range(200, 300)

Resolve = Callable[[str], Sequence[str]]

Connect = Callable[[str, str], "Pinned"]


class SignedWebhooks:
    """See ports.Webhooks. `keys` gives the stack's secret keys, oldest first; `wall` real time."""

    def __init__(
        self,
        keys: Callable[[], Sequence[str]],
        wall: Callable[[], datetime],
        resolve: Resolve | None = None,
        connect: Connect | None = None,
    ) -> None:
        self._keys = keys
        self._wall = wall
        self._resolve = resolve or addresses_of
        self._connect = connect or connection_to

    def key(self) -> str:
        return hmac.new(self._keys()[-1].encode(), b"webhook", hashlib.sha256).hexdigest()

    def call(self, call: WebhookCall) -> None:
        """Redirects are not followed: an answer must not lead where no setting may."""
        to = target(call.url)
        if to is None:
            raise WebhookError(f"{call.url} is not a plain https address.")
        host = to.host
        connection = self._connect(host, public_address(host, self._resolve(host)))
        end = Timer(LONGEST, connection.give_up)
        end.start()
        try:
            connection.request("POST", to.path, call.body.encode(), self._headers(call))
            status = connection.getresponse().status
        except (OSError, HTTPException) as error:
            raise WebhookError(f"{host} could not be reached.") from error
        finally:
            end.cancel()
            connection.close()
        if connection.gave_up:
            raise WebhookError(f"{host} took too long to answer.")
        if status not in TAKEN:
            raise WebhookError(f"{host} answered {status}.")

    def _headers(self, call: WebhookCall) -> dict[str, str]:
        """The signature is over the time and the body, so that an old message cannot be sent again as a new one."""
        timestamp = str(int(self._wall().timestamp()))
        signed = hmac.new(self.key().encode(), f"{timestamp}.{call.body}".encode(), hashlib.sha256)
        return {
            "Content-Type": "application/json",
            "User-Agent": "helpdesk-webhook/1",
            "X-Helpdesk-Event": call.id,
            "X-Helpdesk-Timestamp": timestamp,
            "X-Helpdesk-Signature": f"sha256={signed.hexdigest()}",
        }


def public_address(host: str, addresses: Sequence[str]) -> str:
    """The address to call. One address that is not public refuses the host, whatever its others are."""
    if not addresses or not all(map(is_public, addresses)):
        raise WebhookError(f"{host} is not at a public address.")
    return addresses[0]


def addresses_of(host: str) -> Sequence[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:  # names that cannot be one are no error of the system
        raise WebhookError(f"{host} has no address.") from error


class Pinned(HTTPSConnection):
    """Connects to the address that was looked at, and proves the name: a name cannot change its address between."""

    def __init__(self, host: str, address: str) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, PORT, timeout=TIMEOUT, context=self._tls)
        self._address = address
        self.gave_up = False

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, PORT), TIMEOUT)
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)

    def give_up(self) -> None:
        """Whoever waits for the other side, in another thread, finds it gone."""
        self.gave_up = True
        with suppress(OSError, AttributeError):
            self.sock.shutdown(socket.SHUT_RDWR)


def connection_to(host: str, address: str) -> Pinned:
    return Pinned(host, address)


class StepFunctionsRetries:
    """See ports.Retries."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        return started(self._client(), self._arn, name, {"wait_seconds": wait_seconds, "event": event})
