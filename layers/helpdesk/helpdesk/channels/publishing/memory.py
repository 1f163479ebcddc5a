from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from helpdesk.channels.publishing.rules import Envelope


@dataclass(slots=True)
class MemoryBus:
    """See ports.Bus. Subscribers hear every envelope that is not refused, in order."""

    published: list[Envelope] = field(default_factory=list)
    subscribers: list[Callable[[Envelope], object]] = field(default_factory=list)
    refuses: Callable[[Envelope], bool] = lambda _: False

    def publish(self, envelopes: Sequence[Envelope]) -> Sequence[int]:
        refused = [position for position, envelope in enumerate(envelopes) if self.refuses(envelope)]
        for position, envelope in enumerate(envelopes):
            if position not in refused:
                self.published.append(envelope)
                for hear in self.subscribers:
                    hear(envelope)
        return refused
