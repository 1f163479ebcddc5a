"""What finding the right person costs with few agents and with many: routing within create, assignment behind it.

Assignment runs in this process against the emulator's table, on a worker that has seen the team before.
"""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from timeit import repeat
from typing import Any, Final

from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.memory import memory_desk
from helpdesk.assembly.writers import WRITERS
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.dynamodb import DynamoBoards
from helpdesk.capabilities.routing.rules.route import route
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.rules.opening import Draft, incoming
from helpdesk.core.directory.dynamodb import DynamoDirectory
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.dynamodb import DynamoStaffing, following
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.dynamodb.tickets import DynamoTicketStore
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, Role, TeamId
from helpdesk.foundation.platform.clock import ProductClock
from helpdesk.foundation.platform.dynamodb.tables import Tables
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from msgspec.structs import replace

from infra.local.settings import REGION
from tests.bench import tickets
from tests.bench.accounts import TABLE, Accounts
from tests.bench.capacity import Meter
from tests.bench.quiet_stream import quiet_stream
from tests.bench.stand import Stand
from tests.bench.watched import Watched

JOINING: Final = 20  # in one write


def assigning(stand: Stand, accounts: Accounts, agents: Sequence[int], count: int) -> dict[str, dict[str, Any]]:
    """By number of agents, for each of so many tickets of a team: requests, capacity units and processor time."""
    with quiet_stream(stand.aws("dynamodb"), stand.aws("lambda"), TABLE):
        return {str(number): _with(stand, accounts, number, count) for number in agents}


def _with(stand: Stand, accounts: Accounts, agents: int, count: int) -> dict[str, Any]:
    watched = Watched(stand)
    desk, team = _desk(watched), TeamId(f"bench-{agents}-agents")
    people = [_agent(f"{team}-{number}") for number in range(agents)]
    for start in range(0, agents, JOINING):
        for person in people[start : start + JOINING]:
            desk.directory.add_person(person)
        desk.staffing.put_team(Team(id=team, name="Bench", level=Level.L1), joining=people[start : start + JOINING])
    first, *others = [_waiting(f"HD-8A{agents:04d}{number:02d}", team) for number in range(count + 1)]
    for each in (first, *others):
        tickets.write(watched, TABLE, each.items())
    assignment.assign(desk, first.ticket_id, team)  # reads who is in the team, once for each worker
    watched.calls.clear()
    busy = time.process_time()
    for each in others:
        assignment.assign(desk, each.ticket_id, team)
    busy = time.process_time() - busy
    calls = tuple(watched.calls)
    if not all(desk.tickets.get(each.ticket_id).assignee for each in others):
        raise RuntimeError("Not every ticket found somebody.")
    units = Meter(accounts.indexes, [(TABLE, each.items()[-1]) for each in others]).units(calls)
    return {
        "requests": len(calls) / count,
        "rcu": units.read / count,
        "wcu": units.write / count,
        "cpu_ms": busy / count * 1000,
        "route_us": _route_us(desk),
    }


def _desk(client: Any) -> Desk:
    tables = Tables(client, TABLE, "", lambda: datetime.now(UTC))
    desk = memory_desk()
    return replace(
        desk,
        region=REGION,
        clock=ProductClock(),
        tickets=DynamoTicketStore(tables, REGION, lambda: WRITERS),
        directory=DynamoDirectory(tables, tables.wall, partial(following, tables), lambda *_: None),
        staffing=DynamoStaffing(tables),
        assignment=replace(desk.assignment, boards=DynamoBoards(tables)),
        settings=DynamoSettings(tables, tables.wall, BUNDLES),
    )


def _agent(name: str) -> Person:
    return Person(id=PersonId(name), name="Ben Cher", email=f"{name}@people.example", role=Role.AGENT)


def _waiting(ticket_id: str, team: TeamId) -> tickets.Desk:
    made = tickets.Desk(ticket_id, datetime.now(UTC))
    made.create(Draft(subject="Slow", description="Slow", channel=Channel.API), tickets.person(0), team)
    return made


def _route_us(desk: Desk) -> float:
    """Level and team of a new ticket; no agent is looked at and nothing is read."""
    terms, rules = desk.settings.of(TERMS), desk.settings.of(RULES)
    draft = Draft(subject="Slow", description="Slow", channel=Channel.API)
    asked = incoming(draft, tickets.person(0), terms, desk.clock.now())
    return min(repeat(lambda: route(asked, rules, terms), number=10, repeat=20)) / 10 * 1e6
