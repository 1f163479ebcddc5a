"""Time that stands still until it is moved."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

# A Monday at ten in Berlin: the built-in office hours are open.
MONDAY_MORNING: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)


class SettableClock:
    """See ports.Clock. Product time and real time move together, `rate` times as fast the one as the other.

    With `wall`, real time also goes on by itself.
    """

    def __init__(
        self, now: datetime = MONDAY_MORNING, rate: float = 1.0, wall: Callable[[], datetime] | None = None
    ) -> None:
        self.rate = rate
        self._now = now
        self._wall = wall or (lambda: now)
        self._passed = timedelta()

    def now(self) -> datetime:
        return self._now

    def real_seconds_until(self, instant: datetime) -> float:
        return (instant - self._now) / timedelta(seconds=self.rate)

    def wall(self) -> datetime:
        return self._wall() + self._passed

    def pause(self, seconds: float) -> None:
        self.advance(timedelta(seconds=seconds * self.rate))

    def advance(self, by: timedelta) -> None:
        """Let product time pass."""
        self._now += by
        self._passed += by / self.rate

    def set(self, now: datetime) -> None:
        self.advance(now - self._now)
