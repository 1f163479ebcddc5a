"""Workflows, how far they are, and what waits for an answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpdesk.domain.errors import WebhookError
from helpdesk.domain.recomputing import Progress, Walk
from helpdesk.domain.vocabulary import TicketId
from helpdesk.ports import WebhookCall


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


class MemoryWalkBoard:
    """See ports.WalkBoard."""

    def __init__(self) -> None:
        self._planned: dict[int, int] = {}
        self._walks: dict[int, dict[str, Progress]] = defaultdict(dict)

    def plan(self, revision: int, walks: int) -> None:
        self._planned[revision] = walks

    def progress(self, walk: Walk) -> Progress:
        return self._walks[walk.revision].get(walk.name, Progress())

    def note(self, walk: Walk, progress: Progress) -> None:
        self._walks[walk.revision][walk.name] = progress

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        return self._planned.get(revision, 0), list(self._walks[revision].values())


class MemoryTokenBoard:
    """See ports.TokenBoard."""

    def __init__(self) -> None:
        self._tokens: dict[TicketId, dict[str, str]] = defaultdict(dict)

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None:
        self._tokens[ticket_id][climb] = token

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        return dict(self._tokens[ticket_id])


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
