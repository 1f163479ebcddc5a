"""Ladders, and what waits for an answer."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from helpdesk.foundation.kernel.vocabulary import TicketId


@dataclass(slots=True)
class MemoryLadders:
    """See ports.LadderWorkflows. What was started and answered is kept for a test to look at."""

    escalated: list[tuple[TicketId, str]] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        if (ticket_id, climb) in self.escalated:
            return False
        self.escalated.append((ticket_id, climb))
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
