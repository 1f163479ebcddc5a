from dataclasses import dataclass, field

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
