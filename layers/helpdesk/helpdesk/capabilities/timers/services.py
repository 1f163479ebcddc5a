from collections.abc import Callable
from datetime import datetime
from typing import Any

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
