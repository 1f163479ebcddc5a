"""What a desk of so many agents costs a month on AWS, and which quota of an account it meets first: by calculation,
from what a life was measured to take. See "What a desk costs" in infra/README.md.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from helpdesk.capabilities.numbers.rules.prices import prices

from tests.bench.life import LISTS, MAILS, REQUESTS
from tests.bench.prices import Prices

FILE: Final = Path(__file__).with_name("quotas.toml")
SIZES: Final = (1, 100, 10_000)

# An agent: so many tickets a working day, of which the busiest hour sees this share.
TICKETS_A_DAY: Final = 20
DAYS: Final = 21
HOURS: Final = 8
BUSIEST_HOUR: Final = 0.2
# A mail opens a ticket, and a second one answers.
MAILS_IN: Final = 2
# web/src/lib/live.ts; what is answered is a message too.
HEARTBEAT_SECONDS: Final = 25
# Of a ticket: what is kept in the tables, and what browsers load of it.
ENTRIES: Final = 10
LOADED_KB: Final = 250
GB: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Of one ticket, as the bench measured it, without mail; `compute_usd` of it is what its machine took."""

    usd: float
    compute_usd: float
    wcu: float
    events: float
    invocations: float
    transitions: float

    @classmethod
    def of(cls, found: Mapping[str, float]) -> "Life":
        return cls(**{name: found[name] for name in cls.__dataclass_fields__})


def monthly(life: Life, agents: int, prices: Prices, idle_usd: float) -> dict[str, float]:
    """Dollars a month by what they are paid for, without any free tier; what is kept has grown for a year."""
    tickets = agents * TICKETS_A_DAY * DAYS
    beats = agents * DAYS * HOURS * 3600 / HEARTBEAT_SECONDS
    per_gb, assumed = prices.listed.per_gb, prices.listed.assumed
    kept = tickets * assumed.months_kept / GB
    run = prices.of("lambda_mb_second", assumed.run_mb * assumed.run_seconds)
    beat = prices.of("lambda_request") + run / 3
    return {
        "standing still": idle_usd,
        "tickets": tickets * (life.usd - life.compute_usd + life.invocations * run),
        "mails out": prices.of("mail", tickets * MAILS),
        "mails in": tickets * MAILS_IN * prices.mail_in(),
        "live line": prices.of("live_message", 2 * beats)
        + prices.of("live_minute", agents * DAYS * HOURS * 60)
        + beats * beat,
        "kept for a year": kept
        * (
            ENTRIES * assumed.table_kb * (per_gb["table"] + per_gb["backup"])
            + MAILS_IN * assumed.mail_kb * per_gb["file"]
        ),
        "loaded": tickets * LOADED_KB / GB * per_gb["cdn"],
    }


def busiest(life: Life) -> dict[str, float]:
    """What an agent asks of an account in a second of the busiest hour; of mails, also what in a day."""
    tickets = TICKETS_A_DAY * BUSIEST_HOUR / 3600
    beats = 1 / HEARTBEAT_SECONDS
    return {
        "requests": tickets * REQUESTS,
        "lists": tickets * LISTS,
        "heartbeats": beats,
        "mails": tickets * MAILS,
        "mails_a_day": TICKETS_A_DAY * MAILS,
        "events": tickets * life.events,
        "executions": prices().assumed.run_seconds * (tickets * life.invocations + beats / 3),
        "write_units": tickets * life.wcu,
        "timers": tickets * life.transitions / 2,
    }


def lines(result: Mapping[str, Any], prices: Prices) -> Iterator[str]:
    life = Life.of(result["life"])
    columns = [monthly(life, agents, prices, result["idle_usd_month"]) for agents in SIZES]
    yield f"\nA desk, dollars a month: {TICKETS_A_DAY} tickets an agent a day, {DAYS} days, each begun by a mail."
    yield f"  {'agents':<20}" + "".join(f"{agents:>12,}" for agents in SIZES)
    for what in columns[0]:
        yield f"  {what:<20}" + "".join(f"{column[what]:>12,.2f}" for column in columns)
    totals = [sum(column.values()) for column in columns]
    yield f"  {'together':<20}" + "".join(f"{total:>12,.2f}" for total in totals)
    yield "\nWhich quota is met at how many agents, in the busiest hour:"
    yield from (f"  {agents:>12,}  {what}: {limit:,}. More: {raised}." for agents, what, limit, raised in met(life))


def met(life: Life) -> list[tuple[int, str, float, str]]:
    """Quotas by the number of agents that meet them, the first first."""
    load = busiest(life)
    quotas = tomllib.loads(FILE.read_text())["quota"]
    return sorted(
        (int(each["limit"] / load[each["unit"]]), each["what"], each["limit"], each["raised"]) for each in quotas
    )
