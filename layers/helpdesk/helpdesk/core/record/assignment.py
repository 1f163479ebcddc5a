"""Facts about who works on a ticket."""

from datetime import datetime
from typing import ClassVar, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

MANUAL: Final = "manual"
ABSENCE: Final = "absence"
LEFT: Final = "left"
GONE: Final = frozenset({ABSENCE, LEFT})
"""Causes for which nobody asked: the owner is away, or does not work in the team any more."""


class Candidate(Struct, frozen=True, kw_only=True):
    """Somebody considered: why they were out, or how they scored. The lowest score goes first."""

    person: PersonId
    held: int = 0
    out: str = ""
    score: tuple[float, ...] = ()


class TicketAssigned(Event, frozen=True, kw_only=True):
    """A person took or was given the ticket; None puts it back into the team's queue.

    `reasons` are few words on why, `candidates` those considered, `others` how many more were out for what reason.
    `respond_by` is when an owner who does nothing loses it, `until` when the owner leaves and it is looked at again.
    """

    assignee: PersonId | None = None
    previous: PersonId | None = None
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    others: tuple[str, ...] = ()
    respond_by: datetime | None = None
    until: datetime | None = None


class TicketQueued(Event, frozen=True, kw_only=True):
    """Nobody can take it now, and why. It waits in the team's line, is looked at again at `again_at`, and at
    `alert_at` those who are there are told.
    """

    team: TeamId
    reason: str
    candidates: tuple[Candidate, ...] = ()
    others: tuple[str, ...] = ()
    again_at: datetime | None = None
    alert_at: datetime | None = None


class TicketUnattended(Event, frozen=True, kw_only=True):
    """It waited for a person longer than it should: whoever is there is told, once."""

    team: TeamId
    reason: str = ""


class AssignmentReviewed(Event, frozen=True, kw_only=True):
    """Time alone may have changed who can work on it: a shift began, or its owner left. Assignment looks again, and
    once more at `again_at`.
    """

    cause: str
    again_at: datetime | None = None


class TicketHandedOver(Event, frozen=True, kw_only=True):
    """Its owner left, and a substitute or the next office goes on, with what they need for that.

    `cause` is `absence`, `left` (the team), `retired` (its team is), `shift_end` or `manual`; nobody
    as `assignee` means the team's queue.
    """

    words: ClassVar[frozenset[str]] = frozenset({"summary", "next_step"})

    assignee: PersonId | None = None
    previous: PersonId | None = None
    team: TeamId
    previous_team: TeamId
    cause: str
    summary: str = ""
    next_step: str = ""
    deadline: datetime | None = None
    chain: tuple[PersonId, ...] = ()
    until: datetime | None = None


class Ownership(Struct, frozen=True, kw_only=True):
    """The part: who works on it, or why nobody does. Its columns lie flat in the head."""

    assignee: PersonId | None = None
    assignee_name: str | None = None
    passed: tuple[PersonId, ...] = ()
    """Had it and gave it back."""
    queue_reason: str | None = None
    """Why nobody took it from the queue yet."""
    again_at: datetime | None = None
    """When assignment looks again."""
    alert_at: datetime | None = None
    """When those who are there are told that it waits."""
    respond_by: datetime | None = None
    """When an owner who did nothing loses it."""


UNOWNED: Final = Ownership()

FACTS: Final = (TicketAssigned, TicketQueued, TicketUnattended, AssignmentReviewed, TicketHandedOver)


def after(owned: Ownership, before: Head, entry: Entry) -> Ownership:
    """An owner who does anything has responded."""
    acted = entry.done_by == owned.assignee
    return _moved(replace(owned, respond_by=None) if acted else owned, before, entry)


def _moved(owned: Ownership, before: Head, entry: Entry) -> Ownership:
    match entry.event:
        case TicketAssigned(respond_by=respond_by) as event:
            passed = _passed(owned, event)
            return replace(_given(owned, entry, event), respond_by=respond_by, passed=passed)
        case TicketHandedOver(team=team, cause=cause) as event:
            passed = _passed(owned, event) if cause == MANUAL else owned.passed
            return replace(_given(owned, entry, event), respond_by=None, passed=passed if team == before.team else ())
        case TicketQueued() as event:
            return _waiting(owned, event)
        case TicketUnattended():
            return replace(owned, alert_at=None)
        case AssignmentReviewed(again_at=again_at):
            return replace(owned, again_at=again_at)
        case TicketEscalated() | TicketDeescalated():
            return UNOWNED
        case TicketUpdated(team=str(team)) if team != before.team:
            return UNOWNED  # it begins anew with another team
    return owned


def _given(owned: Ownership, entry: Entry, event: TicketAssigned | TicketHandedOver) -> Ownership:
    return replace(
        owned,
        assignee=event.assignee,
        assignee_name=entry.personal.name if entry.personal else None,
        queue_reason=None,
        again_at=event.until,
        alert_at=None,
    )


def _passed(owned: Ownership, event: TicketAssigned | TicketHandedOver) -> tuple[PersonId, ...]:
    """Who gave it back by hand does not get it again by itself; who was away may."""
    gave_back = (event.previous,) if event.assignee is None and event.previous else ()
    return tuple(dict.fromkeys((*owned.passed, *gave_back)))


def _waiting(owned: Ownership, event: TicketQueued) -> Ownership:
    return replace(owned, queue_reason=event.reason, again_at=event.again_at, alert_at=event.alert_at or owned.alert_at)
