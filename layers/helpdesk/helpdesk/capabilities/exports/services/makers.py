"""Tables are made by executions of a state machine."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict

from helpdesk.capabilities.exports.rules.export import Errand
from helpdesk.foundation.platform.stepfunctions import started


class StepFunctionsMakers:
    """See ports.Makers."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def begin(self, errand: Errand) -> None:
        started(self._client(), self._arn, errand.export, asdict(errand))
