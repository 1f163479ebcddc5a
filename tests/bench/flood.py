"""A flood of the public form, and what those notice of it who call meanwhile.

On AWS the form takes ten tickets a second and no more; here it takes what the machine gives.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

import httpx

from tests.bench.driver import Answer, Timing, drive
from tests.bench.operations import AGENT, Operations
from tests.bench.stand import PATIENCE_SECONDS, Stand

LEAD = "lead@demo.example"
ROOM = 500
FOR_THE_FORM = 3
PARALLEL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """`kept` of the tickets `accepted` from the form are there, `held` of them by somebody. `called` and `assigned`
    are of those who called meanwhile; the seconds until somebody had them are medians, before the flood and in it.
    """

    forms: int
    accepted: int
    kept: int
    held: int
    called: int
    assigned: int
    quiet_s: float
    flooded_s: float
    timing: Timing


async def flood(stand: Stand, operations: Operations, forms: int, callers: int) -> Flood:
    """One agent has room for all who call and for a few from the form. Some call before, and as many meanwhile."""
    _plan(stand, LEAD, capacity=0)
    _plan(stand, AGENT, capacity=ROOM, channels={"web": FOR_THE_FORM})
    await _called(operations, 1)  # whoever answers first has to start
    stand.settle()
    quiet = await _called(operations, callers)
    stand.settle()
    await operations.fetch_forms(forms)
    sent: list[Answer] = []

    async def form() -> Answer:
        sent.append(await operations.create_form_until_heard())
        return sent[-1]

    timing, called = await asyncio.gather(drive(form, PARALLEL, count=forms), _called(operations, callers))
    stand.settle()
    before, meanwhile = await _tickets(operations, quiet), await _tickets(operations, called)
    accepted = [answer.json()["id"] for answer in sent if answer.is_success]
    kept = await _tickets(operations, accepted)
    _plan(stand, AGENT)  # as usual again
    _plan(stand, LEAD)
    return Flood(
        forms=forms,
        accepted=len(accepted),
        kept=len({ticket["id"] for ticket in kept}),
        held=sum(ticket["assignee"] is not None for ticket in kept),
        called=len(meanwhile),
        assigned=sum(ticket["assignee"] is not None for ticket in meanwhile),
        quiet_s=median(map(_seconds, before)),
        flooded_s=median(map(_seconds, meanwhile)),
        timing=timing,
    )


def _plan(stand: Stand, email: str, **availability: Any) -> None:
    """In place of what is planned now."""
    path = f"{stand.url}/api/people/{email.partition('@')[0]}/availability"
    headers = {"authorization": f"Bearer {stand.stack.token(LEAD)}"}
    seen = {"if-match": httpx.get(path, headers=headers, timeout=PATIENCE_SECONDS).headers["etag"]}
    httpx.put(path, json=availability, headers=headers | seen, timeout=PATIENCE_SECONDS).raise_for_status()


async def _called(operations: Operations, count: int) -> list[str]:
    return [(await operations.call_in()).expected().json()["id"] for _ in range(count)]


async def _tickets(operations: Operations, ids: Iterable[str]) -> list[dict[str, Any]]:
    return [(await operations.read(ticket_id)).expected().json() for ticket_id in ids]


def _seconds(ticket: dict[str, Any]) -> float:
    """From when it came in to when somebody had it, by its own timeline; for ever when nobody has."""
    times = {entry["type"]: datetime.fromisoformat(entry["at"]) for entry in ticket["timeline"]}
    if "TicketAssigned" not in times:
        return float("inf")
    return (times["TicketAssigned"] - times["TicketCreated"]).total_seconds()
