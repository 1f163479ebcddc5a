"""A report is sent by an execution of a state machine."""

from collections.abc import Callable
from typing import Any

from msgspec import to_builtins

from helpdesk.channels.briefings.rules.briefing import Errand
from helpdesk.foundation.platform.stepfunctions import started


class StepFunctionsSenders:
    """See ports.Senders."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def begin(self, errand: Errand) -> None:
        started(self._client(), self._arn, errand.key, to_builtins(errand))
