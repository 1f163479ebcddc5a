"""Cold starts: the processor time a function takes to be ready, as a ratio to the least a function can take.

Ready means imported, with the desk and so the client of the tables made. The floor is Python with nothing but a bare
DynamoDB client. Both are run by turns, so that a noisy machine is equally noisy to both. How a process ends is no part
of it: Lambda does not wait for that.
"""

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from infra.local.settings import REGION, ROOT
from tests.bench.calls import PREFIX

FLOOR_EVERY = 4
FLOOR = """
import os, botocore.session
botocore.session.get_session().create_client("dynamodb")
os._exit(0)
"""
READY = """
import os, sys, app
runtime = sys.modules.get("helpdesk.assembly.desk")
if runtime:
    runtime.desk()
os._exit(0)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A deployed function: what it is given, and what memory it has."""

    name: str
    environment: Mapping[str, str]
    memory_mb: int


def functions(client: Any) -> list[Function]:
    pages = client.get_paginator("list_functions").paginate()
    found = [
        Function(
            name=one["FunctionName"].removeprefix(PREFIX),
            environment=one["Environment"]["Variables"],
            memory_mb=one["MemorySize"],
        )
        for page in pages
        for one in page["Functions"]
        if one["FunctionName"].startswith(PREFIX)
    ]
    return sorted(found, key=lambda function: function.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    init_ms: float
    ratio: float


def cold_starts(found: Sequence[Function], rounds: int) -> tuple[float, dict[str, Start]]:
    """The floor in milliseconds, and each function's start: medians."""
    floor: list[float] = []
    times: dict[str, list[float]] = {function.name: [] for function in found}
    _spent(FLOOR, {}, None)  # byte code is there from now on
    for function in found:
        _spent(READY, function.environment, function.name)
    for _ in range(rounds):
        for position, function in enumerate(found):
            if position % FLOOR_EVERY == 0:
                floor.append(_spent(FLOOR, {}, None))
            times[function.name].append(_spent(READY, function.environment, function.name))
    least = statistics.median(floor)
    medians = {name: statistics.median(own) for name, own in times.items()}
    return least, {name: Start(init_ms=own, ratio=own / least) for name, own in medians.items()}


def _spent(code: str, environment: Mapping[str, str], function: str | None) -> float:
    path = f"{ROOT / 'functions' / function}:{ROOT / 'layers' / 'helpdesk'}" if function else ""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    given = {
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "bench",
        "AWS_SECRET_ACCESS_KEY": "bench",
        "PYTHONPATH": path,
    }
    before = _children_ms()
    subprocess.run([sys.executable, "-c", code], env={**kept, **environment, **given}, check=True)
    return _children_ms() - before


def _children_ms() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000
