"""SLA policies: what is promised to whom, by when, and when somebody is warned."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.core.calendars.rules.open_time import SECOND
from helpdesk.foundation.kernel.reading import SettingError

ANY: Final = "*"

BREACH: Final = "breach"


class PolicyError(SettingError):
    """A policy that cannot be used."""


class ClockName(StrEnum):
    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    TIME_TO_OWN = "time_to_own"
    PERIODIC_UPDATE = "periodic_update"
    RESOLUTION = "resolution"


class Agreement(StrEnum):
    """Promises inside the house and by suppliers, a clock for each: `ola_L2`, `underpinning_acme`."""

    OLA = "ola"
    UNDERPINNING = "underpinning"

    def clock(self, party: str) -> str:
        return f"{self}_{party}"


class EarlyWarning(Struct, frozen=True, kw_only=True):
    """A step before the deadline: at a percentage of the target, or some minutes of it before the end."""

    percent: int | None = None
    minutes_before: int | None = None

    @property
    def name(self) -> str:
        return f"{self.percent}%" if self.percent is not None else f"{self.minutes_before}m"

    def after(self, seconds: int) -> int:
        """The part of a target that has passed when this step is due, in microseconds."""
        if self.percent is not None:
            return seconds * SECOND * self.percent // 100
        return (seconds - (self.minutes_before or 0) * 60) * SECOND


class Target(Struct, frozen=True, kw_only=True):
    """One promise: so many seconds of a calendar's open time, or of plain time."""

    seconds: int
    business: bool = True
    calendar: str = ""
    pause: frozenset[str] = frozenset()
    warnings: tuple[EarlyWarning, ...] = ()

    @property
    def duration(self) -> timedelta:
        return timedelta(seconds=self.seconds)

    @property
    def steps(self) -> list[tuple[str, int]]:
        """The warnings that fit into the target, in order: name, and how much of it has passed by then."""
        steps = ((warning.name, warning.after(self.seconds)) for warning in self.warnings)
        return sorted((step for step in steps if step[1] > 0), key=lambda step: step[1])


class Policy(Struct, frozen=True, kw_only=True):
    """Which tickets it is for, and its targets by clock and priority (`*` for any priority)."""

    id: str
    version: int = 1
    name: str = ""
    conditions: Mapping[str, frozenset[str]]
    calendar: str = ""
    targets: Mapping[str, Mapping[str, Target]]

    @property
    def ref(self) -> str:
        return f"{self.id}@{self.version}"

    def matches(self, facts: Mapping[str, str | Collection[str] | None]) -> bool:
        return not self.unmet(facts)

    def unmet(self, facts: Mapping[str, str | Collection[str] | None]) -> tuple[str, ...]:
        """The conditions that do not hold; one holds when any of its values does."""
        return tuple(key for key, wanted in self.conditions.items() if wanted.isdisjoint(_values(facts.get(key))))

    def target(self, clock: str, priority: str) -> Target | None:
        by_priority = self.targets.get(clock)
        if by_priority is None:
            agreement, _, _ = clock.rpartition("_")
            by_priority = self.targets.get(Agreement(agreement).clock(ANY), {}) if is_agreement(agreement) else {}
        return by_priority.get(priority) or by_priority.get(ANY)


def is_agreement(word: str) -> bool:
    return word in {Agreement.OLA, Agreement.UNDERPINNING}


def _values(value: str | Collection[str] | None) -> Collection[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def choose_policy(policies: Iterable[Policy], facts: Mapping[str, str | Collection[str] | None]) -> Policy | None:
    """The first policy in order whose conditions hold. None means no promise was made."""
    return next((policy for policy in policies if policy.matches(facts)), None)
