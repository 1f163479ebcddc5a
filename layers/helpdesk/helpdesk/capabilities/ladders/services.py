import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from botocore.exceptions import ClientError
from msgspec.structs import asdict

from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.stepfunctions import started

NO_LONGER_WAITS: Final = {"TaskTimedOut", "TaskDoesNotExist"}


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
        return started(self._client(), self._recompute, name, what)

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        name = f"{ticket_id}-{hashlib.sha256(climb.encode()).hexdigest()[:32]}"
        return started(self._client(), self._escalation, name, {"ticket_id": ticket_id, "climb": climb})

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        return started(self._client(), self._retry, name, {"wait_seconds": wait_seconds, "event": event})

    def answer(self, token: str) -> None:
        try:
            self._client().send_task_success(taskToken=token, output=json.dumps({"answered": True}))
        except ClientError as error:
            if error.response["Error"]["Code"] not in NO_LONGER_WAITS:
                raise
