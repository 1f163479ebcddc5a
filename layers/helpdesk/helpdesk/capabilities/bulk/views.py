"""What the API gives of changes of many tickets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import Field

from helpdesk.capabilities.bulk.rules import Counts, Did, Stage
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel import encoding

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.bulk.rules import Job, Result


class BulkRefusal(View):
    """Why some were refused, as a field's refusal or a problem is told; `message` is that of the first of them."""

    code: str
    message: str
    values: dict[str, str | int]
    tickets: list[str]


class BulkJob(View):
    """`change` is as it was asked for; `undoes` is what it takes back."""

    id: str
    at: datetime
    stage: Stage
    total: int
    changed: int
    unchanged: int
    refused: int
    change: dict[str, Any]
    undoes: str | None
    can_undo: bool


class BulkJobs(View):
    items: list[BulkJob]


class BulkJobPage(BulkJob):
    refusals: list[BulkRefusal]


class BulkPreview(View):
    """What would become of the tickets if it were started now."""

    changed: int
    unchanged: int
    refused: int
    refusals: list[BulkRefusal]


class BulkPlanned(BulkJob):
    preview: BulkPreview = Field(description="Nothing was changed yet.")


def job_fields(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "at": job.at,
        "stage": job.stage,
        "total": job.total,
        "changed": job.counts.changed,
        "unchanged": job.counts.unchanged,
        "refused": job.counts.refused,
        "change": encoding.filled(job.wanted),
        "undoes": job.undoes,
        "can_undo": job.can_undo,
    }


def job_view(job: Job) -> BulkJob:
    return BulkJob(**job_fields(job))


def job_page(job: Job, results: Iterable[Result]) -> BulkJobPage:
    return BulkJobPage(**job_fields(job), refusals=refusals_of(results))


def planned_view(job: Job, foreseen: list[Result]) -> BulkPlanned:
    counts = Counts.of(foreseen)
    preview = BulkPreview(
        changed=counts.changed,
        unchanged=counts.unchanged,
        refused=counts.refused,
        refusals=refusals_of(foreseen),
    )
    return BulkPlanned(**job_fields(job), preview=preview)


def refusals_of(results: Iterable[Result]) -> list[BulkRefusal]:
    """By their reason, in the order in which they were met first."""
    found: dict[str, BulkRefusal] = {}
    for each in results:
        if each.did is Did.REFUSED:
            fresh = BulkRefusal(code=each.code, message=each.message, values=dict(each.values), tickets=[])
            found.setdefault(each.code, fresh).tickets.append(each.id)
    return list(found.values())
