"""Who can be given work: skills, languages, shifts, capacity, absences and status of people who answer."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct, field

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import open_intervals
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId

FULL_WEIGHT: Final = 100

USUAL_CAPACITY: Final = 10

MOST_HELD: Final = 500

USUAL_IDLE: Final = 900  # of those whose browsers told that they left, when nothing else is planned


class Strategy(StrEnum):
    """How a team's tickets find their people. By manual pull they wait until somebody takes the next."""

    WEIGHTED_LOAD = "weighted_load"
    ROUND_ROBIN = "round_robin"
    LONGEST_IDLE = "longest_idle"
    SKILL_FIRST = "skill_first"
    MANUAL_PULL = "manual_pull"


class Status(StrEnum):
    AVAILABLE = "available"
    BUSY = "busy"
    AWAY = "away"
    OFFLINE = "offline"


class Absence(Struct, frozen=True, kw_only=True):
    """Away from `start` until `end`; meanwhile the substitute, if one is named, stands in."""

    start: datetime
    end: datetime
    substitute: PersonId | None = None

    def covers(self, instant: datetime) -> bool:
        return self.start <= instant < self.end


class Availability(Struct, frozen=True, kw_only=True):
    """What a person can be given, and when. Empty `levels` and `languages` mean any; without a shift, any time.

    `shift` is a calendar file. `capacity` bounds the open tickets of all their teams together, `channels` those that
    came by one channel. `weight` is their share of the work, 100 for full time. Skills have grades from 1 to 5.
    `revision` counts how often it was planned.
    """

    levels: tuple[Level, ...] = ()
    skills: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    shift: Mapping[str, Any] | None = None
    capacity: int = USUAL_CAPACITY
    channels: Mapping[Channel, int] = field(default_factory=dict)
    weight: int = FULL_WEIGHT
    external: bool = False
    idle_seconds: int | None = None
    absences: tuple[Absence, ...] = ()
    revision: int = 0

    @property
    def calendar(self) -> Calendar | None:
        return shift_calendar(json.dumps(self.shift, sort_keys=True)) if self.shift else None

    @property
    def fault(self) -> str:
        """What of it cannot be used, by its name; empty when all can. None such is saved any more: it was stored before
        its bounds, or came back with a copy.
        """
        if any(at.tzinfo is None for absence in self.absences for at in (absence.start, absence.end)):
            return "absences"
        try:
            self.calendar  # noqa: B018 - whether it can be made
        except Exception:  # noqa: BLE001 - whatever is wrong with the shift of one must cost no other
            return "shift"
        return ""

    @property
    def usable(self) -> "Availability":
        """Without what cannot be used: as if nothing had been said."""
        return Availability(revision=self.revision) if self.fault else self

    def grade(self, skill: str) -> int:
        """How well they know something, 0 for not at all, however it is written."""
        if (exactly := self.skills.get(skill)) is not None:
            return exactly
        wanted = folded(skill)
        return max((grade for name, grade in self.skills.items() if folded(name) == wanted), default=0)

    def absence(self, instant: datetime) -> Absence | None:
        return next((absence for absence in self.absences if absence.covers(instant)), None)

    def changes_after(self, instant: datetime) -> datetime | None:
        """The next instant at which they come back by time alone: an absence ends or a shift begins."""
        absence = self.absence(instant)
        back = absence.end if absence else instant
        calendar = self.calendar
        if calendar is None:
            return back if back > instant else None
        following = open_intervals(calendar, back, count=1)
        return next((interval.start for interval in following if interval.start > instant), None)

    def leaves_after(self, instant: datetime) -> datetime | None:
        """The next instant at which an absence begins."""
        return min((absence.start for absence in self.absences if absence.start > instant), default=None)


ANYTHING: Final = Availability()


class Link(Struct, frozen=True, kw_only=True):
    """Whether any of somebody's browsers is connected, since when it is so, and until when it counts without a word:
    that a connection closed is not always told.
    """

    open: bool
    at: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        return self.open and (self.until is None or now < self.until)


class Presence(Struct, frozen=True, kw_only=True):
    """The status somebody set by hand, when they last did and since when it is so, and what their live connections
    say of them.
    """

    status: Status = Status.AVAILABLE
    seen_at: datetime | None = None
    link: Link | None = None
    since: datetime | None = None

    @property
    def last_seen(self) -> datetime | None:
        """While they are connected they are seen all the time."""
        return max((at for at in (self.seen_at, self.link and self.link.at) if at), default=None)

    def connected(self, now: datetime) -> bool:
        return self.link is not None and self.link.holds(now)

    def effective(self, now: datetime, idle_seconds: int | None) -> Status:
        """Who is available and gone for longer than their idle time is away, until they are connected again. Nothing
        is written for it; what they set by hand stays.
        """
        if self.status is not Status.AVAILABLE or self.connected(now):
            return self.status
        seen, idle = self.last_seen, self._idle(idle_seconds)
        gone = seen is not None and idle is not None and (now - seen).total_seconds() > idle
        return Status.AWAY if gone else self.status

    def lasts_since(self, now: datetime, idle_seconds: int | None) -> datetime | None:
        """Since when the effective status is so; None when nobody knows."""
        seen, idle = self.last_seen, self._idle(idle_seconds)
        if seen and idle is not None and self.effective(now, idle_seconds) is not self.status:
            return seen + timedelta(seconds=idle)
        return self.since or self.seen_at

    def _idle(self, idle_seconds: int | None) -> int | None:
        return idle_seconds if idle_seconds is not None or self.link is None else USUAL_IDLE


@lru_cache(maxsize=2048)
def shift_calendar(text: str) -> Calendar:
    """Shifts that are alike are one calendar: its compiled weeks serve everybody who works it."""
    return parse_calendar(json.loads(text), place="shift")
