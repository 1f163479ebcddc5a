"""Counters that may not pass a number. Their windows do not end."""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class LimitRows:
    used: dict[str, int] = field(default_factory=lambda: defaultdict(int))
