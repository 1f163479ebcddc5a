"""Tickets are played by executions of a state machine."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import asdict

from helpdesk.capabilities.what_if.rules import Errand
from helpdesk.foundation.platform.stepfunctions import started


class StepFunctionsPlayers:
    """See ports.Players."""

    def __init__(self, client: Callable[[], Any], state_machine_arn: str) -> None:
        self._client = client
        self._arn = state_machine_arn

    def begin(self, errand: Errand) -> None:
        started(self._client(), self._arn, errand.what_if, asdict(errand))
