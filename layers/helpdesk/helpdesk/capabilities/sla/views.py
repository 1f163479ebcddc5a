"""What the API takes and gives of settings."""

from datetime import datetime
from typing import Any

from helpdesk.capabilities.sla.actions import Preview, Recomputation
from helpdesk.capabilities.sla.settings import document
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.foundation.edge.composing import showing
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.settings.edition import Edition

File = dict[str, Any]


class Overlap(View):
    """Tickets that both policies would take go to the first; `hidden` when that leaves none for the second."""

    first: str
    second: str
    hidden: bool


class Gap(View):
    """A clock that a policy promises for some priorities and not for these."""

    policy: str
    clock: str
    priorities: list[str]


class Report(View):
    """`unmatched` is an example of a ticket for which nothing is promised; null when there is none."""

    overlaps: list[Overlap]
    gaps: list[Gap]
    unmatched: dict[str, str] | None


@showing(*(section.fields for section in SECTIONS))
class SlaSettings(View):
    """Files as they were sent, each with its `version`. `revision` is the ETag; 0 is built in."""

    revision: int
    saved_at: datetime | None
    saved_by: str | None
    calendars: list[File]
    policies: list[File]
    ladders: list[File]
    report: Report


class OpenInterval(View):
    """`closed_before` names the holidays between the interval before and this one."""

    start: datetime
    end: datetime
    closed_before: list[str]


class CalendarPreview(View):
    """The next open intervals, and the instant at which `seconds` of open time have passed."""

    open: list[OpenInterval]
    after: datetime


class Progress(View):
    """How far open tickets follow the settings. `done` and `changed` count tickets.

    Both are for people to look at: a ticket that moved may be counted twice, one whose walker died not at all.
    """

    revision: int
    done: int
    changed: int
    finished: bool
    walks: int
    walks_finished: int


def settings_view(edition: Edition) -> SlaSettings:
    found = document.report(edition)
    return SlaSettings(
        revision=edition.revision,
        saved_at=edition.saved_at,
        saved_by=edition.saved_by or None,
        report=Report(
            overlaps=[Overlap(first=o.first, second=o.second, hidden=o.hidden) for o in found.overlaps],
            gaps=[Gap(policy=g.policy, clock=g.clock, priorities=list(g.priorities)) for g in found.gaps],
            unmatched=dict(found.unmatched) if found.unmatched is not None else None,
        ),
        **document.as_written(edition),
    )


def preview_view(preview: Preview) -> CalendarPreview:
    intervals = [
        OpenInterval(start=each.start, end=each.end, closed_before=list(each.closed_before)) for each in preview.open
    ]
    return CalendarPreview(open=intervals, after=preview.after)


def progress_view(found: Recomputation) -> Progress:
    return Progress(
        revision=found.revision,
        done=found.seen,
        changed=found.changed,
        finished=found.finished,
        walks=found.walks,
        walks_finished=found.walks_finished,
    )
