"""Timers as executions of the ticket_timer state machine."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from helpdesk.domain.vocabulary import TicketId


class StepFunctionsTimers:
    """See ports.Timers."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        what = {"ticket_id": ticket_id, "wake_at": wake_at.isoformat(), "wait_seconds": seconds}
        try:
            self._client().start_execution(stateMachineArn=self._arn, name=name, input=json.dumps(what))
        except ClientError as error:
            if error.response["Error"]["Code"] != "ExecutionAlreadyExists":
                raise
            return False
        return True
