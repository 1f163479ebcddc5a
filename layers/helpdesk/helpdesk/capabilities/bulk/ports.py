from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.bulk.rules import Errand, Item, Job, Result, Stage
    from helpdesk.foundation.kernel.vocabulary import PersonId


class Jobs(Protocol):
    """Changes of many tickets. They are kept for a time."""

    def put(self, job: Job, parts: Sequence[Sequence[Item]]) -> Job:
        """Keep it with its tickets, unless there is one of its id already; the one that there is."""

    def of(self, person: PersonId, most: int) -> Sequence[Job]:
        """Of somebody, the newest first, in two requests."""

    def get(self, person: PersonId, job_id: str) -> Job | None: ...

    def tickets(self, person: PersonId, job_id: str) -> Sequence[Item]:
        """Of all parts, in their order."""

    def part(self, person: PersonId, job_id: str, part: int) -> tuple[Job, Sequence[Item], bool] | None:
        """The job, the tickets of a part, and whether they were done, in one request; None when there is none."""

    def done(self, job: Job, part: int, results: Sequence[Result]) -> Job:
        """Write down what became of a part and count it, once; the job as it is then."""

    def say(self, job: Job, stage: Stage) -> Job:
        """Start or stop it; the job as it is then."""

    def results(self, person: PersonId, job_id: str) -> Sequence[Result]:
        """Of all parts that were done, in their order."""


class Workers(Protocol):
    def begin(self, name: str, errand: Errand) -> None:
        """Have parts done one after the other, from this one on."""


class BulkPorts(Struct, frozen=True, kw_only=True):
    jobs: Jobs
    workers: Workers
