"""Counters that may not pass a number. Their windows do not end."""

from collections import defaultdict
from dataclasses import dataclass, field

from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Limit


@dataclass(slots=True)
class LimitRows:
    used: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))


def check_limit(table: MemoryTable, limit: Limit) -> None:
    if table.rows(LimitRows).used[limit.key, limit.name] >= limit.most:
        raise RateLimitedError(limit.window)


def count(table: MemoryTable, limit: Limit) -> None:
    table.rows(LimitRows).used[limit.key, limit.name] += 1
