"""Changes of many tickets, as executions of a state machine."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict

from helpdesk.capabilities.bulk.rules import Errand
from helpdesk.foundation.platform.stepfunctions import started


class StepFunctionsWorkers:
    """See ports.Workers."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def begin(self, name: str, errand: Errand) -> None:
        started(self._client(), self._arn, name, asdict(errand))
