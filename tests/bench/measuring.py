"""One operation measured: what it asks of AWS, then how long it takes."""

import time
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.accounts import TABLE, Accounts, Counts
from tests.bench.capacity import Item
from tests.bench.driver import Timing, drive
from tests.bench.operations import Operation
from tests.bench.processes import Usage, spent, usage
from tests.bench.stand import Stand

WARM_UP = 32
COUNTED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`alone` are requests each begun when the effects of the one before have ended."""

    counts: Counts
    alone: Timing
    timings: dict[int, Timing]
    cpu: Usage


async def measure(
    stand: Stand, accounts: Accounts, operation: Operation, rounds: int, parallels: Sequence[int]
) -> Measured:
    warm_up, counted, lone = min(2 * rounds, WARM_UP), min(rounds, COUNTED), min(20, rounds // 4)
    await operation.prepare(warm_up + counted + lone + rounds * len(parallels))
    await _warm_up(stand, operation, max(parallels), warm_up)
    counts = await _count(stand, accounts, operation, counted)
    alone = await _alone(stand, operation, lone)
    timings: dict[int, Timing] = {}
    cpu = Usage(http=0, events=0, emulator=0)
    for parallel in parallels:
        before = spent(stand.pid)
        timings[parallel] = await drive(operation.send, parallel, count=rounds)
        stand.settle()
        if parallel == 1:
            cpu = usage(stand.pid, before, rounds)
    return Measured(counts=counts, alone=alone, timings=timings, cpu=cpu)


async def _warm_up(stand: Stand, operation: Operation, parallel: int, count: int) -> None:
    """As many processes as will be needed, for the operation and for what follows it."""
    await drive(operation.send, parallel, count=count)
    stand.settle()


async def _count(stand: Stand, accounts: Accounts, operation: Operation, times: int) -> Counts:
    """The least of a few, each with all it set off: on a worker whose caches have not just run out."""
    found: list[Counts] = []
    for _ in range(times):
        known = _heads(stand, operation)
        with stand.counted() as calls:
            (await operation.send()).expected()
        found.append(accounts.counts(calls, known))
    return min(found, key=lambda counts: (sum(counts.requests.values()), sum(counts.effects.values()), counts.usd))


def _heads(stand: Stand, operation: Operation) -> Sequence[Item]:
    if operation.ticket is None:
        return ()
    return head_of(stand, operation.ticket())


def head_of(stand: Stand, ticket: str) -> Sequence[Item]:
    key = {"pk": {"S": f"T#{ticket}"}, "sk": {"S": "H"}}
    head = stand.aws("dynamodb").get_item(TableName=TABLE, Key=key)["Item"]
    return [{name: _as_sent(value) for name, value in head.items()}]


def _as_sent(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Bytes as the log of calls has them."""
    return {"B": b64encode(value["B"]).decode()} if "B" in value else value


async def _alone(stand: Stand, operation: Operation, times: int) -> Timing:
    timing = Timing()
    for _ in range(times):
        one = await drive(operation.send, 1, count=1)
        stand.settle()
        timing.milliseconds += one.milliseconds
        timing.errors += one.errors
        timing.seconds += one.seconds
    return timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """`cpu` is what each accepted one took while more came in, `drain_s` how long what they set off went on after."""

    timing: Timing
    cpu: Usage
    drain_s: float


async def burst(stand: Stand, operation: Operation, parallel: int, seconds: float) -> Burst:
    """As many as go through in so many seconds."""
    await _warm_up(stand, operation, parallel, 2 * parallel)
    before = spent(stand.pid)
    timing = await drive(operation.send, parallel, seconds=seconds)
    cpu, ended = usage(stand.pid, before, max(1, len(timing.milliseconds))), time.time()
    return Burst(timing=timing, cpu=cpu, drain_s=max(0.0, stand.settle() - ended))
