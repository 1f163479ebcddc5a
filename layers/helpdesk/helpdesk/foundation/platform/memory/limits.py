"""Counters that may not pass a number within their window."""

from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Limit


def check_limit(table: MemoryTable, limit: Limit) -> None:
    if table.used[limit.key] >= limit.most:
        raise RateLimitedError(limit.window)


def count(table: MemoryTable, limit: Limit) -> None:
    table.used[limit.key] += 1
