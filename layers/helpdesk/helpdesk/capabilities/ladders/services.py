"""Ladders as executions of a state machine."""

import hashlib
import json
from collections.abc import Callable
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.stepfunctions import started

NO_LONGER_WAITS: Final = {"TaskTimedOut", "TaskDoesNotExist"}


class StepFunctionsLadders:
    """See ports.LadderWorkflows. Who only answers starts none, and is given no machine."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str | None) -> None:
        self._client = client
        self._arn = state_machine_arn

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        name = f"{ticket_id}-{hashlib.sha256(climb.encode()).hexdigest()[:32]}"
        return started(self._client(), self._arn, name, {"ticket_id": ticket_id, "climb": climb})

    def answer(self, token: str) -> None:
        try:
            self._client().send_task_success(taskToken=token, output=json.dumps({"answered": True}))
        except ClientError as error:
            if error.response["Error"]["Code"] not in NO_LONGER_WAITS:
                raise
