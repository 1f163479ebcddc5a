"""Changes of many tickets, in memory. Nothing of them expires."""

from collections.abc import Sequence
from threading import RLock

from msgspec.structs import replace

from helpdesk.capabilities.bulk.rules import Counts, Errand, Item, Job, Result, Stage
from helpdesk.foundation.kernel.vocabulary import PersonId

Which = tuple[PersonId, str]


class MemoryJobs:
    """See ports.Jobs."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._jobs: dict[Which, Job] = {}
        self._parts: dict[Which, list[tuple[Item, ...]]] = {}
        self._results: dict[Which, dict[int, tuple[Result, ...]]] = {}

    def put(self, job: Job, parts: Sequence[Sequence[Item]]) -> Job:
        with self._lock:
            which = (job.by, job.id)
            if which not in self._jobs:
                self._jobs[which] = job
                self._parts[which] = [tuple(part) for part in parts]
                self._results[which] = {}
            return self._jobs[which]

    def of(self, person: PersonId, most: int) -> Sequence[Job]:
        own = sorted((job for job in self._jobs.values() if job.by == person), key=lambda job: job.at, reverse=True)
        return own[:most]

    def get(self, person: PersonId, job_id: str) -> Job | None:
        return self._jobs.get((person, job_id))

    def tickets(self, person: PersonId, job_id: str) -> Sequence[Item]:
        return [item for part in self._parts.get((person, job_id), ()) for item in part]

    def part(self, person: PersonId, job_id: str, part: int) -> tuple[Job, Sequence[Item], bool] | None:
        with self._lock:
            which = (person, job_id)
            job = self._jobs.get(which)
            if job is None or part >= len(self._parts[which]):
                return None
            return job, self._parts[which][part], part in self._results[which]

    def done(self, job: Job, part: int, results: Sequence[Result]) -> Job:
        with self._lock:
            which = (job.by, job.id)
            now = self._jobs[which]
            if part not in self._results[which]:
                self._results[which][part] = tuple(results)
                counts = now.counts + Counts.of(results)
                self._jobs[which] = replace(now, parts_done=now.parts_done + 1, counts=counts)
            return self._jobs[which]

    def say(self, job: Job, stage: Stage) -> Job:
        with self._lock:
            which = (job.by, job.id)
            self._jobs[which] = replace(self._jobs[which], said=stage)
            return self._jobs[which]

    def results(self, person: PersonId, job_id: str) -> Sequence[Result]:
        done = self._results.get((person, job_id), {})
        return [result for part in sorted(done) for result in done[part]]


class MemoryWorkers:
    """See ports.Workers. What was begun is kept for a test to go on with."""

    def __init__(self) -> None:
        self.begun: list[Errand] = []
        self.names: list[str] = []

    def begin(self, name: str, errand: Errand) -> None:
        self.names.append(name)
        self.begun.append(errand)
