"""What is missing until the stack is ready. Who asks for its health before is told that, not that all is well."""

from http import HTTPStatus
from typing import Final

from infra.local.problems import problem

FUNCTIONS: Final = "functions"
PEOPLE: Final = "accounts, teams and tickets"
TIMERS: Final = "timers"
NOTE: Final = "the note by which other commands find the stack"


class Readiness:
    def __init__(self) -> None:
        self._missing = [FUNCTIONS, PEOPLE, TIMERS, NOTE]
        self._ends = False

    @property
    def is_ready(self) -> bool:
        return not self._missing and not self._ends

    @property
    def answers(self) -> bool:
        """Whether functions can be called; filling the stack does so before all is there."""
        return FUNCTIONS not in self._missing and not self._ends

    def found(self, part: str) -> None:
        self._missing.remove(part)

    def ends(self) -> None:
        self._ends = True

    def problem(self) -> bytes:
        if self._ends:
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, "stopping", "The local stack stops.")
        detail = f"The local stack starts. Not there yet: {'; '.join(self._missing)}."
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "starting", detail, missing=list(self._missing))
