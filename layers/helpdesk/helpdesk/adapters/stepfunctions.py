"""Timers, walks and ladders as executions of state machines."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from botocore.exceptions import ClientError
from msgspec.structs import asdict

from helpdesk.domain.recomputing import Walk
from helpdesk.domain.vocabulary import TicketId

NO_LONGER_WAITS: Final = {"TaskTimedOut", "TaskDoesNotExist"}


class StepFunctionsTimers:
    """See ports.Timers."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        what = {"ticket_id": ticket_id, "wake_at": wake_at.isoformat(), "wait_seconds": seconds}
        return _started(self._client(), self._arn, name, what)


class StepFunctionsWorkflows:
    """See ports.Workflows. A function is given the machines it may start; the others are None."""

    def __init__(
        self, client: Callable[[], Any], recompute_arn: str | None, escalation_arn: str | None, retry_arn: str | None
    ) -> None:
        self._client = client
        self._recompute = recompute_arn
        self._escalation = escalation_arn
        self._retry = retry_arn

    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        what = {"wait_seconds": wait_seconds, "walks": [asdict(walk) for walk in walks]}
        return _started(self._client(), self._recompute, name, what)

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        name = f"{ticket_id}-{hashlib.sha256(climb.encode()).hexdigest()[:32]}"
        return _started(self._client(), self._escalation, name, {"ticket_id": ticket_id, "climb": climb})

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        return _started(self._client(), self._retry, name, {"wait_seconds": wait_seconds, "event": event})

    def answer(self, token: str) -> None:
        try:
            self._client().send_task_success(taskToken=token, output=json.dumps({"answered": True}))
        except ClientError as error:
            if error.response["Error"]["Code"] not in NO_LONGER_WAITS:
                raise


def _started(client: Any, arn: str | None, name: str, what: Mapping[str, Any]) -> bool:
    try:
        client.start_execution(stateMachineArn=arn, name=name, input=json.dumps(what))
    except ClientError as error:
        if error.response["Error"]["Code"] != "ExecutionAlreadyExists":
            raise
        return False
    return True
