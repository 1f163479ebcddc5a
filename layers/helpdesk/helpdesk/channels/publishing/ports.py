from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.publishing.rules import Envelope
    from helpdesk.foundation.platform.ports import Queue


class Bus(Protocol):
    def publish(self, envelopes: Sequence[Envelope]) -> Sequence[int]:
        """Put facts on the bus; the positions of those refused. Raises nothing for one bad envelope."""


class PublishingPorts(Struct, frozen=True, kw_only=True):
    bus: Bus
    queue: Queue
