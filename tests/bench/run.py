"""One run of the bench: a stack, tickets in it, and every measurement on them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import interacting, opening, paid, report, sizes, standing, tickets
from tests.bench.accounts import TABLE, Accounts
from tests.bench.assigning import assigning
from tests.bench.breach import breaches
from tests.bench.capacity import indexes
from tests.bench.clocks import clock_figures
from tests.bench.cold import Function, Start, cold_starts, functions
from tests.bench.flood import flood
from tests.bench.kinds import kinds
from tests.bench.life import live_once
from tests.bench.mail import Post, mail_flood, mail_in
from tests.bench.measuring import burst, measure
from tests.bench.operations import Operations
from tests.bench.prices import Prices
from tests.bench.processes import memory_mb
from tests.bench.quiet_stream import quiet_stream
from tests.bench.stand import Stand
from tests.bench.trace import traced, waterfall

TRACED_AMONG = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much of everything; `functions` are those whose cold start is measured, all when empty."""

    count: int
    rounds: int = 200
    parallels: tuple[int, ...] = (1, 4, 16)
    only: frozenset[str] = frozenset()
    burst_seconds: float = 10.0
    breaches: int = 8
    forms: int = 300
    callers: int = 20
    mails: int = 60
    agents: tuple[int, ...] = (10, 100, 1000)
    assigned: int = 20
    opened: int = 20
    keys: int = 100
    cold_rounds: int = 5
    functions: frozenset[str] = frozenset()

    @classmethod
    def smoke(cls) -> "Plan":
        return cls(
            count=200,
            rounds=2,
            parallels=(1,),
            burst_seconds=0.5,
            breaches=1,
            forms=8,
            callers=2,
            mails=40,
            agents=(10,),
            assigned=2,
            opened=2,
            keys=3,
            cold_rounds=1,
            functions=frozenset({"tickets_api"}),
        )


async def run(plan: Plan, folder: Path) -> dict[str, Any]:
    with Stand(folder) as stand:
        dynamodb = stand.aws("dynamodb")
        found = functions(stand.aws("lambda"))
        accounts = _accounts(stand, found)
        chosen = [function for function in found if not plan.functions or function.name in plan.functions]
        floor, cold = cold_starts(chosen, plan.cold_rounds)
        with quiet_stream(dynamodb, stand.aws("lambda"), TABLE):
            tickets.load(dynamodb, TABLE, plan.count)
        result = {"n": plan.count, "prices": accounts.prices.origin}
        result |= {"cold_floor_ms": floor, "cold": {name: _start(start) for name, start in cold.items()}}
        result |= await _on(stand, plan, accounts)
        return result | {"assign": assigning(stand, accounts, plan.agents, plan.assigned), "size_kb": sizes.zipped_kb()}


async def run_mail(plan: Plan, folder: Path) -> dict[str, Any]:
    """Of all of it, mail that comes in."""
    with Stand(folder) as stand:
        dynamodb = stand.aws("dynamodb")
        accounts = _accounts(stand, functions(stand.aws("lambda")))
        with quiet_stream(dynamodb, stand.aws("lambda"), TABLE):
            tickets.load(dynamodb, TABLE, plan.count)
        operations = Operations(stand.url, stand.stack.token, plan.count)
        try:
            return {"n": plan.count, "prices": accounts.prices.origin} | await _mail(stand, plan, accounts, operations)
        finally:
            await operations.close()


async def run_kinds(plan: Plan, folder: Path) -> Sequence[str]:
    """Of all of it, what each kind of fact takes, for the file of prices."""
    with Stand(folder) as stand:
        accounts = _accounts(stand, functions(stand.aws("lambda")))
        with quiet_stream(stand.aws("dynamodb"), stand.aws("lambda"), TABLE):
            tickets.load(stand.aws("dynamodb"), TABLE, plan.count)
        operations = Operations(stand.url, stand.stack.token, plan.count)
        try:
            return list((await kinds(stand, accounts, operations)).toml())
        finally:
            await operations.close()


async def run_trace(name: str, folder: Path) -> Sequence[str]:
    """Of all of it, what one operation sets off, on warm workers."""
    with Stand(folder) as stand:
        accounts = _accounts(stand, functions(stand.aws("lambda")))
        with quiet_stream(stand.aws("dynamodb"), stand.aws("lambda"), TABLE):
            tickets.load(stand.aws("dynamodb"), TABLE, TRACED_AMONG)
        operations = Operations(stand.url, stand.stack.token, TRACED_AMONG)
        try:
            return list(waterfall(await traced(stand, operations, name), accounts))
        finally:
            await operations.close()


async def _mail(stand: Stand, plan: Plan, accounts: Accounts, operations: Operations) -> dict[str, Any]:
    post = Post(stand)
    one = await mail_in(stand, accounts, post, min(plan.rounds, 20))
    return report.mail(one, await mail_flood(stand, post, operations, plan.mails))


def _accounts(stand: Stand, found: Sequence[Function]) -> Accounts:
    return Accounts(
        indexes={TABLE: indexes(stand.aws("dynamodb").describe_table, TABLE)},
        memory_mb={function.name: function.memory_mb for function in found},
        prices=Prices.read(),
    )


def _start(start: Start) -> dict[str, float]:
    return {"init_ms": round(start.init_ms, 1), "ratio": round(start.ratio, 3)}


async def _on(stand: Stand, plan: Plan, accounts: Accounts) -> dict[str, Any]:
    operations = Operations(stand.url, stand.stack.token, plan.count)
    memory = {"idle": memory_mb(stand.pid)}
    try:
        found = {}
        create = None
        surge = await flood(stand, operations, plan.forms, plan.callers)
        for operation in await operations.all():
            create = operation if operation.name == "create" else create
            if not plan.only or operation.name in plan.only:
                found[operation.name] = report.operation(
                    await measure(stand, accounts, operation, plan.rounds, plan.parallels)
                )
        assert create
        rush = await burst(stand, create, 4, plan.burst_seconds)
        memory["load"] = memory_mb(stand.pid)
        seen = await asyncio.to_thread(opening.openings, stand, plan.opened)
        acted = await asyncio.to_thread(interacting.interactions, stand, plan.keys)
        life = await live_once(stand, accounts, operations)
        priced = await paid.paid(stand, accounts, operations)
        mail = await _mail(stand, plan, accounts, operations)
    finally:
        await operations.close()
    return {
        "operations": found,
        "open_ticket_ui": opening.figures(seen),
        "interact_ui": interacting.figures(acted),
        "flood": report.flood(surge),
        "burst": report.burst(rush),
        "life": report.life(life),
        "paid": paid.told(priced),
        **mail,
        "breach": report.breach(breaches(stand, accounts, plan.breaches), plan.breaches),
        "clocks_us": clock_figures(),
        "memory_mb": memory,
        **report.standing(standing.lines(stand, accounts)),
    }
