"""Figures without a stack: what it takes to write changes of tickets into both projections, and how long reports over
many rows take.

Rows are spread over a year; each report is of its last quarter by week, for somebody who may count all. Changes come in
batches of ten, to tickets of a few months.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final

import duckdb
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.numbers.actions import projecting as numbers
from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.rules.asking import Asked
from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.services.counter import EMPTY
from helpdesk.capabilities.search.actions import projecting as search
from helpdesk.core.tickets.actions import reading, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from helpdesk.foundation.platform.memory.clock import SettableClock
from helpdesk.foundation.platform.ports import Packs
from msgspec.structs import replace

from tests.bench.prices import Prices
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

NOW: Final = datetime(2026, 4, 1, tzinfo=UTC)
QUARTER: Final = (date(2026, 1, 1), date(2026, 3, 31))
TRIES: Final = 5
BATCH: Final = 10
BOSS: Final = an_agent("Boss", role=Role.ADMIN, teams=())
ADA: Final = an_agent("Ada")
# Of a year's tickets most are solved within a week and a half; there are 40 teams' worth of nothing special.
ROWS: Final = """
INSERT INTO tickets BY NAME WITH made AS (
    SELECT i, hash(i + 1) AS h, (hash(i) % 1000) / 1000.0 AS r,
        TIMESTAMP '2025-04-01' + to_seconds((i * 31536000::BIGINT) // $count) AS created_at
    FROM range($count) AS numbers(i)
)
SELECT 'HD-' || lpad(i::VARCHAR, 8, '0') AS id, 5 AS version, created_at, created_at AS made_at,
    created_at + to_seconds((r * 990000)::BIGINT) AS changed_at, 'incident' AS kind,
    ['web', 'email', 'phone'][1 + (h % 3)::INT] AS channel, 'P' || (1 + h % 4) AS priority, 'c' || (h % 20) AS category,
    CASE WHEN h % 5 > 0 THEN 'org-' || (h % 300) END AS organization, 'standard' AS policy, 'solved' AS state,
    'solved' AS phase, 'L1' AS level, 'team-' || (h % 40) AS team, 'p-' || (h % 400) AS handled_by,
    CASE WHEN r < 0.98 THEN created_at + to_seconds((r * 900000)::BIGINT) END AS solved_at,
    NULL::TIMESTAMP AS closed_at,
    [created_at] AS opened,
    CASE WHEN r < 0.98 THEN [created_at + to_seconds((r * 900000)::BIGINT)] ELSE [] END AS finished,
    false AS cancelled, 0 AS reopened, 2 AS answers,
    {'at': created_at + to_seconds((r * 9000)::BIGINT), 'calendar': (r * 9000)::BIGINT, 'business': (r * 5000)::BIGINT}
        AS first_response,
    [{'at': created_at + to_seconds((r * 19000)::BIGINT), 'calendar': (r * 9000)::BIGINT,
      'business': (r * 5000)::BIGINT}]
        AS next_responses,
    {'calendar': (r * 900000)::BIGINT, 'business': (r * 300000)::BIGINT} AS resolution,
    {'calendar': (r * 90000)::BIGINT, 'business': (r * 30000)::BIGINT} AS waited,
    {'calendar': (r * 90000)::BIGINT, 'business': (r * 30000)::BIGINT} AS at_l1,
    {'calendar': 0, 'business': 0} AS at_l2, {'calendar': 0, 'business': 0} AS at_l3,
    (h % 3)::BIGINT AS reassigned, 0 AS escalations, 0 AS escalated_by_clock, 0 AS needless, 0 AS corrected,
    [{'clock': 'first_response', 'kept': r < 0.9, 'at': created_at + to_seconds((r * 9000)::BIGINT)},
     {'clock': 'resolution', 'kept': r < 0.8, 'at': created_at + to_seconds((r * 900000)::BIGINT)}] AS promises,
    r < 0.3 AS one_touch, CASE WHEN r < 0.2 THEN (1 + h % 5)::BIGINT END AS rating,
    CASE WHEN r < 0.2 THEN created_at + to_seconds((r * 990000)::BIGINT) END AS rated_at
FROM made
"""


def run_report(count: int, folder: Path) -> dict[str, Any]:
    desk = memory_desk(SettableClock(NOW))
    megabytes = _filled(desk.numbers.packs, count, folder) / 1e6
    begun, busy = perf_counter(), process_time()
    desk.numbers.counter.look()
    opened = {"s": round(perf_counter() - begun, 2), "cpu_s": round(process_time() - busy, 2)}
    return {
        "rows": count,
        "megabytes": round(megabytes, 1),
        "first_look": opened,
        "reports": {name: _asked(desk, name) for name in REPORTS},
    }


def _filled(packs: Packs, count: int, folder: Path) -> int:
    """A pack a month, as the daily gathering leaves them."""
    base, size = duckdb.connect(), 0
    base.execute(EMPTY)
    base.execute(ROWS, {"count": count})
    for (month,) in base.execute("SELECT DISTINCT date_trunc('month', created_at) FROM tickets").fetchall():
        path, of = folder / f"{month:%Y-%m}", f"date_trunc('month', created_at) = TIMESTAMP '{month:%Y-%m-%d}'"
        rows = f"SELECT * FROM tickets WHERE {of}"  # noqa: S608 - a month of ours
        base.execute(f"COPY ({rows}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        packs.put(f"{month:%Y-%m}", "gathered", path.read_bytes())
        size += path.stat().st_size
    return size


def _asked(desk: Desk, name: str) -> dict[str, float]:
    first, last = QUARTER
    asked = Asked(report=REPORTS[name], period=Period(first=first, last=last, by=By.WEEK, timezone="Europe/Berlin"))
    took, busy = [], process_time()
    for _ in range(TRIES):
        begun = perf_counter()
        reporting.report(desk, BOSS, asked)
        took.append(perf_counter() - begun)
    return {"p50_ms": round(1000 * median(took)), "cpu_ms": round(1000 * (process_time() - busy) / TRIES)}


class Watched:
    """Packs, with how often each method was called."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self.calls: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:
        self.calls[name] = self.calls.get(name, 0) + 1
        return getattr(self._packs, name)


def run_project(changes: int) -> dict[str, Any]:
    """Of every change a ticket is read and written into both."""
    watched = _watched()
    desk, packs = watched
    random, ids = Random(20261129), _opened(desk)  # noqa: S311 - the same each time
    spent = {"search": 0.0, "numbers": 0.0}
    for _ in range(changes // BATCH):
        chosen = random.sample(ids, BATCH)
        for ticket in chosen:
            tickets.write(desk, Wish(ticket_id=ticket, by=ADA.as_actor()), a_message())
        read, _ = reading.as_told(desk, dict.fromkeys(chosen, 1))
        for name, project in (("search", search.project), ("numbers", numbers.project)):
            busy = process_time()
            assert project(desk, read) == {}
            spent[name] += process_time() - busy
    calls = {name: dict(each.calls) for name, each in packs.items()}
    return {
        "changes": changes,
        "cpu_ms_per_change": {name: round(1000 * each / changes, 2) for name, each in spent.items()},
        "files": calls,
        "dollars_per_1000": round(_dollars(calls) * 1000 / changes, 6),
    }


def _watched() -> tuple[Desk, dict[str, Watched]]:
    from helpdesk.capabilities.numbers import wiring  # noqa: PLC0415
    from helpdesk.capabilities.search.ports import SearchPorts  # noqa: PLC0415
    from helpdesk.capabilities.search.services.copies import DiskCopies  # noqa: PLC0415
    from helpdesk.capabilities.search.services.engine import TantivyEngine  # noqa: PLC0415

    desk = memory_desk()
    packs = {"search": Watched(desk.search.packs), "numbers": Watched(desk.numbers.packs)}
    copies = DiskCopies(packs["search"], TantivyEngine())
    ports = SearchPorts(manifests=desk.search.manifests, packs=packs["search"], copies=copies)
    return replace(desk, search=ports, numbers=wiring.over(packs["numbers"])), packs


def _opened(desk: Desk) -> list[Any]:
    """A hundred tickets of three months."""
    staff(desk, ADA)
    found = []
    for number in range(100):
        found.append(open_ticket(desk).id)
        if number in {33, 66}:
            desk.clock.advance(timedelta(days=31))
    return found


def _dollars(calls: dict[str, dict[str, int]]) -> float:
    """What files cost; deleting is free."""
    prices = Prices.read()
    written = sum(each.get("put", 0) + each.get("stored", 0) for each in calls.values())
    return prices.of("file_write", written) + prices.of("file_read", sum(each.get("get", 0) for each in calls.values()))


def report_lines(result: dict[str, Any]) -> Iterator[str]:
    look = result["first_look"]
    yield (
        f"{result['rows']} rows of a year in {result['megabytes']} MB: the first look takes {look['s']} s "
        f"({look['cpu_s']} s of processor). A quarter by week, warm:"
    )
    for name, each in result["reports"].items():
        yield f"{name:14} p50 {each['p50_ms']:6} ms   {each['cpu_ms']:6} ms of processor"


def project_lines(result: dict[str, Any]) -> Iterator[str]:
    spent = result["cpu_ms_per_change"]
    yield (
        f"{result['changes']} changes in batches of {BATCH}: {spent['search']} ms of processor each for search, "
        f"{spent['numbers']} for numbers; files {result['files']}; ${result['dollars_per_1000']} for 1000 changes."
    )
