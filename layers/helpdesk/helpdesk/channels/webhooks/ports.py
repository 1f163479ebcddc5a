from __future__ import annotations

from typing import Protocol

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
