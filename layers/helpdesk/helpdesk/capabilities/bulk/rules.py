"""Changes of many tickets: what is wanted, how far it is, and what became of each ticket."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.kernel.errors import HelpdeskError, InvalidError, RefusedError
from helpdesk.foundation.kernel.refusals import Values, reason
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId, Visibility

MOST: Final = 2000
"""Tickets of one change."""

PART: Final = 25
"""Tickets that are changed in one go: as many as are waited for, where there are no more."""

KEPT: Final = timedelta(days=14)

ONE_CHANGE: Final = reason("one_change", "please say one thing that is to be changed")

WHICH_TICKETS: Final = reason("which_tickets", "please say which tickets: by their ids, or by a question")


class BulkRefusedError(RefusedError):
    code = "bulk_refused"


class Moved(Struct, frozen=True, kw_only=True):
    state: str
    reason: str = ""


class Handed(Struct, frozen=True, kw_only=True):
    team: TeamId
    summary: str


class Said(Struct, frozen=True, kw_only=True):
    body: str
    visibility: Visibility


class Wanted(Struct, frozen=True, kw_only=True):
    """One of these. `fields` are as one ticket's are changed."""

    fields: Mapping[str, Any] | None = None
    move: Moved | None = None
    team: Handed | None = None
    message: Said | None = None


class Stage(StrEnum):
    PLANNED = "planned"
    """It was looked at, and nobody said that it is to be done."""
    RUNNING = "running"
    STOPPED = "stopped"
    DONE = "done"


class Did(StrEnum):
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Item(Struct, frozen=True, kw_only=True):
    """A ticket to change; what is taken back says as what the change left it."""

    id: TicketId
    version: int = 0
    revision: int | None = None


class Result(Struct, frozen=True, kw_only=True):
    """What became of one ticket, or would: as what the change left it, or why it was refused."""

    id: TicketId
    did: Did
    version: int = 0
    revision: int = 0
    code: str = ""
    message: str = ""
    values: Values = {}


class Counts(Struct, frozen=True, kw_only=True):
    changed: int = 0
    unchanged: int = 0
    refused: int = 0

    @staticmethod
    def of(results: Iterable[Result]) -> "Counts":
        did = [result.did for result in results]
        return Counts(**{each.value: did.count(each) for each in Did})

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
            refused=self.refused + other.refused,
        )


class Job(Struct, frozen=True, kw_only=True):
    """A change of many tickets, of whoever asked for it. It is done part by part, in their order."""

    id: str
    by: PersonId
    at: datetime
    wanted: Wanted
    total: int
    asked: str = ""
    """A digest of the request, by which it is known again."""
    undoes: str | None = None
    said: Stage = Stage.PLANNED
    """What somebody said of it last; that it is done nobody says."""
    parts_done: int = 0
    counts: Counts = Counts()

    @property
    def parts(self) -> int:
        return -(-self.total // PART)

    @property
    def stage(self) -> Stage:
        return Stage.DONE if self.parts_done >= self.parts else self.said

    @property
    def can_undo(self) -> bool:
        """What was said cannot be unsaid, and taking back is not taken back."""
        rests = self.stage in {Stage.DONE, Stage.STOPPED}
        return rests and not self.wanted.message and not self.undoes and self.counts.changed > 0


class Errand(Struct, frozen=True, kw_only=True):
    """Whose job, and which part is next. Where the workers gave up it is to `stop`, so that it can be gone on with."""

    by: PersonId
    job: str
    part: int
    stop: bool = False


class Progress(Errand, frozen=True, kw_only=True):
    finished: bool


def refused(ticket_id: TicketId, error: HelpdeskError) -> Result:
    """By the field that is wrong, where one is: whoever changes many wants to know why, not where."""
    problem = error.problems[0] if isinstance(error, InvalidError) and error.problems else None
    return Result(
        id=ticket_id,
        did=Did.REFUSED,
        code=problem.code if problem else error.code,
        message=str(error),
        values=problem.values if problem else {},
    )


def parted(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    left = iter(items)
    return list(iter(lambda: tuple(islice(left, PART)), ()))


def said_of(job: Job, stage: Stage) -> Job:
    return replace(job, said=stage)


def undoing(job: Job, results: Sequence[Result], at: datetime) -> tuple[Job, list[Item]]:
    """The change that takes another back where it changed something; known by the other's id, so there is one."""
    if not job.can_undo:
        raise BulkRefusedError("There is nothing of it that could be taken back.")
    changed = [each for each in results if each.did is Did.CHANGED]
    items = [Item(id=each.id, version=each.version, revision=each.revision) for each in changed]
    undo = Job(
        id=undo_of(job.id), by=job.by, at=at, wanted=job.wanted, total=len(items), undoes=job.id, said=Stage.RUNNING
    )
    return undo, items


def undo_of(job_id: str) -> str:
    return f"{job_id}-undo"
