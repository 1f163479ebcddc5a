"""Ports to other systems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct


class WebhookCall(Struct, frozen=True, kw_only=True):
    """One message to another system. `id` is the same for every try, so that a receiver can tell a repetition."""

    id: str
    url: str
    body: str


class Webhooks(Protocol):
    def call(self, call: WebhookCall) -> None:
        """Deliver it, signed; WebhookError when it was not taken. Only public addresses are called."""

    def key(self) -> str:
        """What receivers check signatures with."""


class Retries(Protocol):
    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        """Hand this event to the function that calls other systems after a wait; False for a name that was used."""


class WebhookPorts(Struct, frozen=True, kw_only=True):
    calls: Webhooks
    retries: Retries
