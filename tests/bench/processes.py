"""Processor time and memory of the stack's processes, from /proc."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.calls import HTTP_FUNCTIONS, PREFIX

PROC = Path("/proc")
TICKS = os.sysconf("SC_CLK_TCK")
CODE_FOLDER = f"ministack-lambda-{PREFIX}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Milliseconds of one operation: functions that answer HTTP, functions that follow events, and the emulator."""

    http: float
    events: float
    emulator: float


def spent(stack: int) -> dict[int, float]:
    """Processor time of each process so far, in milliseconds."""
    return {pid: _cpu_ms(pid) for pid in _tree(stack)}


def usage(stack: int, before: Mapping[int, float], operations: int) -> Usage:
    """What one of so many operations took since `before`. What a process that has ended took is not known."""
    parts: dict[str, float] = defaultdict(float)
    for pid, now in spent(stack).items():
        parts[_part(pid, stack)] += (now - before.get(pid, 0.0)) / operations
    return Usage(http=parts["http"], events=parts["events"], emulator=parts["emulator"])


def memory_mb(stack: int) -> float:
    """Memory of all processes, shared pages divided among those that share them."""
    return sum(_kilobytes(pid) for pid in _tree(stack)) / 1024


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for task in (PROC / str(pid) / "task").glob("*/children"):
        for child in _text(task).split():
            yield from _tree(int(child))


def _part(pid: int, stack: int) -> str:
    if pid == stack:
        return "emulator"
    try:
        folder = (PROC / str(pid) / "cwd").readlink().parts
    except OSError:
        return "ended"
    name = next((part.removeprefix(CODE_FOLDER) for part in folder if part.startswith(CODE_FOLDER)), "")
    if not name:
        return "other"
    return "http" if name.rpartition("-")[0] in HTTP_FUNCTIONS else "events"


def _cpu_ms(pid: int) -> float:
    fields = _text(PROC / str(pid) / "stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICKS if fields else 0.0


def _kilobytes(pid: int) -> float:
    for line in _text(PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return float(line.split()[1])
    return 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
