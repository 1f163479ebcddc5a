"""An operation or a whole life as a waterfall: each function that runs, what sets it off, and what it asks of AWS."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from tests.bench.accounts import Accounts
from tests.bench.calls import PREFIX, Call
from tests.bench.capacity import Meter
from tests.bench.life import live
from tests.bench.operations import Operations
from tests.bench.stand import Stand

LIFE = "life"
WARM_UP = 6
COMPANY_SECONDS = 2.5  # so long and a little longer what is projected waits for company
COLUMNS = 40


async def traced(stand: Stand, operations: Operations, name: str) -> list[Call]:
    """All that one of these does and sets off, on warm workers; or a whole life."""
    if name == LIFE:
        send, times = partial(live, operations), 2
    else:
        operation = next(each for each in await operations.all() if each.name == name)
        await operation.prepare(WARM_UP + 1)
        send, times = operation.send, WARM_UP
    for _ in range(times):
        await send()
        await asyncio.sleep(COMPANY_SECONDS)
        stand.settle()
    with stand.counted() as calls:
        await send()
        await asyncio.sleep(COMPANY_SECONDS)
    return calls


def waterfall(calls: Sequence[Call], accounts: Accounts) -> Iterator[str]:
    meter = Meter(accounts.indexes)
    spent = {id(call): meter.units([call]) for call in calls}
    runs = sorted((call for call in calls if call.is_invocation), key=_began)
    zero, end = min(map(_began, runs)), max(run.at for run in runs)
    for run, made in zip(runs, _made(runs, calls), strict=True):
        bar = _bar(_began(run) - zero, run.ms / 1000, end - zero)
        yield f"{(_began(run) - zero) * 1000:7.1f} {run.ms:6.1f} ms {bar} {run.function} <- {run.cause}"
        for call in made:
            units = spent[id(call)]
            paid = "".join(f" {amount:g} {of}" for amount, of in ((units.write, "WCU"), (units.read, "RCU")) if amount)
            at = f"{(_began(call) - zero) * 1000:7.1f} {call.ms:6.1f} ms {' ' * COLUMNS}"
            yield f"{at}     {call.service} {call.operation}{paid}{_about(call)}"
    yield ""
    yield from _sums(calls, accounts)


def _sums(calls: Sequence[Call], accounts: Accounts) -> Iterator[str]:
    counts = accounts.counts(calls)
    followed = [call for call in calls if not call.is_synchronous]
    ran = [call for call in followed if call.is_invocation]
    yield f"Asked while somebody waits {dict(counts.requests)}, {counts.request_wcu:g} WCU"
    yield (
        f"Effects: {len(ran)} functions, {sum(run.ms for run in ran):.1f} ms (processor "
        f"{sum(run.cpu_ms for run in ran):.1f}), {dict(counts.effects)}, {counts.wcu - counts.request_wcu:g} WCU"
    )
    yield f"In all {counts.wcu:g} WCU, {counts.rcu:g} RCU, {counts.events} events, ${counts.usd:.6f}"
    runs = Counter(call.function for call in calls if call.is_invocation)
    yield f"Runs {runs.total()}: {dict(runs.most_common())}"


def _made(runs: Sequence[Call], calls: Sequence[Call]) -> list[list[Call]]:
    """What each asked for: of two runs of one function at once, the first that had not ended."""
    found: list[list[Call]] = [[] for _ in runs]
    for call in sorted((each for each in calls if not each.is_invocation), key=_began):
        inside = (
            at for at, run in enumerate(runs) if run.function == call.function and _began(run) <= call.at <= run.at
        )
        if (at := next(inside, None)) is not None:
            found[at].append(call)
    return found


def _began(call: Call) -> float:
    return call.at - call.ms / 1000


def _bar(start: float, length: float, whole: float) -> str:
    before = min(COLUMNS - 1, int(COLUMNS * start / whole))
    return (" " * before + "#" * max(1, round(COLUMNS * length / whole))).ljust(COLUMNS)[:COLUMNS]


def _about(call: Call) -> str:
    """Which items, or how many facts."""
    request = call.request
    match call.operation:
        case "PutEvents":
            return f": {', '.join(entry['DetailType'] for entry in request['Entries'])}"
        case "TransactWriteItems":
            items = (next(iter(write.items())) for write in request["TransactItems"])
            return f": {', '.join(f'{kind} {_which(one)}' for kind, one in items)}"
        case "BatchGetItem":
            wanted = (key for asked in request["RequestItems"].values() for key in asked["Keys"])
            return f": {', '.join(_which({'Key': key}) for key in wanted)}"
        case "Query":
            return (
                f": {', '.join(value['S'] for value in request['ExpressionAttributeValues'].values() if 'S' in value)}"
            )
    return f": {_which(request)}" if call.service == "dynamodb" else ""


def _which(request: dict[str, Any]) -> str:
    key = request.get("Key") or request.get("Item") or request
    names = [key[name]["S"] for name in ("pk", "sk") if name in key]
    return " ".join(name if len(name) < 24 else f"{name[:20]}..." for name in names).removeprefix(PREFIX)
