"""Facts about who works on a ticket."""

from datetime import datetime
from typing import ClassVar, Final

from msgspec import Struct

from helpdesk.core.record.event import Event
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

MANUAL: Final = "manual"


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

    `cause` is `absence`, `shift_end` or `manual`; nobody as `assignee` means the team's queue.
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
