"""What the API takes and gives of settings."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from helpdesk.capabilities.ladders.rules.step import Action, ActionKind
from helpdesk.capabilities.sla.actions import Preview, Recomputation
from helpdesk.capabilities.sla.settings import document
from helpdesk.capabilities.sla.settings.sections import SECTIONS
from helpdesk.foundation.edge.composing import showing
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.settings.edition import Edition

if TYPE_CHECKING:  # only who tries settings pays for it
    from helpdesk.capabilities.sla.rules.trial import Climbed, Trial
    from helpdesk.core.clocks.rules.ledger import Clock

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


class TriedPolicy(View):
    """`unmet` are its conditions that do not hold: none where it is the one."""

    id: str
    name: str
    unmet: list[str]


class TriedStep(View):
    name: str
    at: datetime


class TriedClock(View):
    """`due_at` is null where it begins paused. `steps` are its warnings and its breach."""

    clock: str
    target_seconds: int
    business: bool
    calendar: str
    due_at: datetime | None
    steps: list[TriedStep]


class TriedLadderStep(View):
    at: datetime
    actions: list[File]


class TriedLadder(View):
    """What begins it: a new ticket (`step` is `created`), the step of a `clock`, or the end of the ladder `after`."""

    id: str
    name: str
    clock: str
    step: str
    after: str
    begins_at: datetime
    steps: list[TriedLadderStep]
    repeat: bool


class SlaDryRunResult(View):
    """`asked` are the policies in their order up to `policy`, the one that is chosen. Clocks that begin later are not
    among `clocks`; `ladders` are as they would be climbed if nobody answered and nothing changed.
    """

    asked: list[TriedPolicy]
    policy: str | None
    clocks: list[TriedClock]
    ladders: list[TriedLadder]


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


def trial_view(found: "Trial") -> SlaDryRunResult:
    return SlaDryRunResult(
        asked=[TriedPolicy(id=a.policy.id, name=a.policy.name, unmet=list(a.unmet)) for a in found.asked],
        policy=found.policy.id if found.policy else None,
        clocks=[_tried_clock(clock) for clock in found.clocks],
        ladders=[_tried_ladder(climbed) for climbed in found.ladders],
    )


def _tried_clock(clock: "Clock") -> TriedClock:
    return TriedClock(
        clock=clock.clock,
        target_seconds=int(clock.target.total_seconds()),
        business=clock.business,
        calendar=clock.calendar,
        due_at=clock.due_at,
        steps=[TriedStep(name=step.name, at=step.at) for step in clock.steps],
    )


def _tried_ladder(climbed: "Climbed") -> TriedLadder:
    return TriedLadder(
        id=climbed.ladder.id,
        name=climbed.ladder.name,
        clock=climbed.clock,
        step=climbed.step,
        after=climbed.after,
        begins_at=climbed.at,
        steps=[TriedLadderStep(at=taken.at, actions=_written(taken.actions)) for taken in climbed.steps],
        repeat=climbed.ladder.repeat,
    )


def _written(actions: tuple[Action, ...]) -> list[File]:
    """As they stand in a ladder file."""
    return [{each.kind: True if each.kind is ActionKind.RAISE_PRIORITY else each.value} for each in actions]
