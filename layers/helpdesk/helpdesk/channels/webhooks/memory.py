from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helpdesk.channels.webhooks.ports import WebhookCall
from helpdesk.channels.webhooks.rules import WebhookError


@dataclass(slots=True)
class MemoryWebhooks:
    """See ports.Webhooks. Addresses in `down` take nothing."""

    called: list[WebhookCall] = field(default_factory=list)
    down: set[str] = field(default_factory=set)

    def call(self, call: WebhookCall) -> None:
        if call.url in self.down:
            raise WebhookError(f"{call.url} is down.")
        self.called.append(call)

    def key(self) -> str:
        return "a key that only tests know"


@dataclass(slots=True)
class MemoryRetries:
    """See ports.Retries. What comes back is kept for a test to look at."""

    to_call_again: dict[str, tuple[Mapping[str, Any], int]] = field(default_factory=dict)

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        if name in self.to_call_again:
            return False
        self.to_call_again[name] = event, wait_seconds
        return True
