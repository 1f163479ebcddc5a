"""Product time: real time on AWS; in demos and tests an anchor and a factor make it start elsewhere and run faster."""

import time
from datetime import UTC, datetime, timedelta


class ProductClock:
    """See ports.Clock. `setting` is `<product instant>,<real instant>,<factor>`, or None for real time."""

    def __init__(self, setting: str | None = None) -> None:
        self.rate = 1.0
        self._anchor = self._real_anchor = datetime(2000, 1, 1, tzinfo=UTC)
        if setting:
            product, real, factor = setting.split(",")
            self._anchor, self._real_anchor = datetime.fromisoformat(product), datetime.fromisoformat(real)
            self.rate = float(factor)

    def now(self) -> datetime:
        return self._anchor + (self.wall() - self._real_anchor) * self.rate

    def real_seconds_until(self, instant: datetime) -> float:
        return (instant - self.now()) / timedelta(seconds=self.rate)

    def wall(self) -> datetime:
        return datetime.now(UTC)

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)
