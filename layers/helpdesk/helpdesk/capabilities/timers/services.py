"""Timers and walks over the open tickets as executions of state machines."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import asdict

from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.stepfunctions import started


class StepFunctionsTimers:
    """See ports.Timers."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        what = {"ticket_id": ticket_id, "wake_at": wake_at.isoformat(), "wait_seconds": seconds}
        return started(self._client(), self._arn, name, what)


class StepFunctionsRecomputing:
    """See ports.Recomputing."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str, side_by_side: int) -> None:
        self._client = client
        self._arn = state_machine_arn
        self._side_by_side = side_by_side

    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        what = {
            "wait_seconds": wait_seconds,
            "side_by_side": self._side_by_side,
            "walks": [asdict(walk) for walk in walks],
        }
        return started(self._client(), self._arn, name, what)
