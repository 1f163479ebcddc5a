"""What the deployed stack costs a month when nobody asks anything, line by line."""

import json
from dataclasses import dataclass
from typing import Any

from tests.bench.accounts import Accounts, Counts
from tests.bench.stand import Stand

SECONDS = 30 * 24 * 3600
# Lambda polls each queue by five connections, each asking for twenty seconds at a time.
POLLS = 5 * SECONDS // 20
SWEEPS = SECONDS // 300
LOOKS = SECONDS // 300
SHARDS = 8
# An express run is paid by 64 MB and 100 ms begun; a sweep takes about a second.
SWEEP_MB_SECONDS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`after_free` is what is left when AWS's always-free tier has been taken off."""

    what: str
    amount: float
    usd: float
    after_free: float


def lines(stand: Stand, accounts: Accounts) -> list[Line]:
    prices, sweep, look = accounts.prices, _one_sweep(stand, accounts), _one_look(stand, accounts)
    queues = _polled_queues(stand.aws("lambda"))
    fifo = sum(arn.endswith(".fifo") for arn in queues)
    watch = stand.aws("cloudwatch")
    per_month = prices.listed.per_month
    counted = {
        "alarm": len(watch.describe_alarms()["MetricAlarms"]),
        "dashboard": len(watch.list_dashboards()["DashboardEntries"]),
        "secret": len(stand.aws("secretsmanager").list_secrets()["SecretList"]),
    }
    standard, fifo = POLLS * (len(queues) - fifo), POLLS * fifo
    free = prices.listed.always_free
    free = {**free, "fifo_request": max(0, free["queue_request"] - standard)}  # one allowance for both
    found = [_line(free, unit, unit, amount, per_month[unit]) for unit, amount in counted.items()]
    used = (
        ("queue_request", "polls of queues", standard),
        ("fifo_request", "polls of FIFO queues", fifo),
        ("schedule_start", "sweeps started", SWEEPS),
        ("express_start", "sweeps run", SWEEPS),
        ("express_mb_second", "MB-seconds of sweeps' runs", SWEEPS * SWEEP_MB_SECONDS),
        ("lambda_request", "calls by sweeps", SWEEPS * sweep.invocations),
        ("read_unit", "read units of sweeps", SWEEPS * sweep.rcu),
        ("lambda_mb_second", "MB-seconds of their functions", SWEEPS * sweep.mb_seconds),
        ("schedule_start", "looks for mails of a day started", LOOKS),
        ("lambda_request", "calls by these looks", LOOKS * look.invocations),
        ("read_unit", "read units of these looks", LOOKS * look.rcu),
        ("lambda_mb_second", "MB-seconds of their function", LOOKS * look.mb_seconds),
    )
    return found + [_line(free, unit, what, amount, prices.of(unit)) for unit, what, amount in used]


def _line(free: dict[str, float], unit: str, what: str, amount: float, price: float) -> Line:
    """What is free is used up by the lines before."""
    left = max(0.0, amount - free.get(unit, 0))
    free[unit] = max(0.0, free.get(unit, 0) - amount)
    return Line(what=what, amount=amount, usd=amount * price, after_free=left * price)


def _polled_queues(client: Any) -> list[str]:
    mappings = client.list_event_source_mappings()["EventSourceMappings"]
    return [mapping["EventSourceArn"] for mapping in mappings if ":sqs:" in mapping["EventSourceArn"]]


def _one_sweep(stand: Stand, accounts: Accounts) -> Counts:
    """A sweep that finds nothing to start, on warm workers."""
    states = stand.aws("stepfunctions")
    machines = states.list_state_machines()["stateMachines"]
    (arn,) = (machine["stateMachineArn"] for machine in machines if machine["name"].endswith("sweep_timers"))
    for _ in range(2):
        stand.settle()
        with stand.counted() as calls:
            states.start_execution(stateMachineArn=arn, input=json.dumps({"shards": list(range(SHARDS))}))
    return accounts.counts(calls, browser_requests=0)


def _one_look(stand: Stand, accounts: Accounts) -> Counts:
    """A look for mails of a day that finds none, on a warm worker."""
    functions = stand.aws("lambda")
    (name,) = (
        each["FunctionName"]
        for page in functions.get_paginator("list_functions").paginate()
        for each in page["Functions"]
        if each["FunctionName"].endswith("send_digests")
    )
    for _ in range(2):
        stand.settle()
        with stand.counted() as calls:
            functions.invoke(FunctionName=name, Payload=b"{}")
    return accounts.counts(calls, browser_requests=0)
