from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.foundation.kernel.vocabulary import TicketId


@dataclass(slots=True)
class MemoryWorkflows:
    """See ports.Workflows. What was started and answered is kept for a test to look at."""

    recomputed: dict[str, Sequence[Walk]] = field(default_factory=dict)
    waits: dict[str, int] = field(default_factory=dict)
    escalated: list[tuple[TicketId, str]] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    to_call_again: dict[str, tuple[Mapping[str, Any], int]] = field(default_factory=dict)

    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        self.waits[name] = wait_seconds
        return self.recomputed.setdefault(name, walks) is walks

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        if (ticket_id, climb) in self.escalated:
            return False
        self.escalated.append((ticket_id, climb))
        return True

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        if name in self.to_call_again:
            return False
        self.to_call_again[name] = event, wait_seconds
        return True

    def answer(self, token: str) -> None:
        self.answered.append(token)


class MemoryTokenBoard:
    """See ports.TokenBoard."""

    def __init__(self) -> None:
        self._tokens: dict[TicketId, dict[str, str]] = defaultdict(dict)

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None:
        self._tokens[ticket_id][climb] = token

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        return dict(self._tokens[ticket_id])
