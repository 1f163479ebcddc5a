"""What following a change of SLA settings costs: `python -m tests.bench.recompute --n 5000`.

Walkers run in this process against the emulator's table, so that their processor time is their own. On AWS sixteen of
them run at once, each with a processor of its own.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.memory import memory_desk
from helpdesk.assembly.writers import WRITERS
from helpdesk.capabilities.sla import actions as sla_settings
from helpdesk.capabilities.sla.settings.document import as_written
from helpdesk.capabilities.timers.actions import recompute as recomputing
from helpdesk.capabilities.timers.dynamodb import DynamoWalkBoard
from helpdesk.capabilities.timers.rules.recompute import Walk, walks
from helpdesk.core.tickets.dynamodb.tickets import DynamoTicketStore
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId
from helpdesk.foundation.platform.dynamodb.tables import Tables
from helpdesk.foundation.settings.dynamodb import DynamoSettings
from msgspec.structs import replace

from infra.local.settings import REGION
from tests.bench import tickets
from tests.bench.accounts import TABLE
from tests.bench.calls import Call
from tests.bench.capacity import Item, Meter, Units, indexes
from tests.bench.quiet_stream import quiet_stream
from tests.bench.stand import Stand
from tests.bench.watched import Watched

ADMIN = Actor(id=PersonId("bench-admin"), role=Role.ADMIN)
WALKERS = 16
MILLISECONDS_AWAY = 8.0  # from a function to DynamoDB and back, a transaction being the slower of the two requests


def loaded(client: Any, count: int) -> list[Item]:
    """So many open tickets, with what the indexes hold of them."""
    today, heads = datetime.now(UTC), []
    for batch in tickets._batches(
        item for number in range(count) for item in tickets.ticket(number * tickets.LIVE_ONE_IN, today).items()
    ):
        tickets.write(client, TABLE, batch)
        heads += [item for item in batch if "head" in item]
    return heads


def desk_over(client: Any) -> Desk:
    tables = Tables(client, TABLE, "", lambda: datetime.now(UTC))
    desk = memory_desk()
    return replace(
        desk,
        region=REGION,
        tickets=DynamoTicketStore(tables, REGION, lambda: WRITERS),
        settings=DynamoSettings(tables, tables.wall, BUNDLES),
        timers=replace(desk.timers, walks=DynamoWalkBoard(tables)),
    )


def stricter(desk: Desk) -> int:
    """Save settings that move the deadline of every open ticket; their revision."""
    edition = desk.settings.now("sla")
    document: Any = as_written(edition)
    for target in document["policies"][0]["targets"]["resolution"].values():
        target["seconds"] += 3600
    return sla_settings.save(desk, ADMIN, document, edition.revision).revision


def walk_all(desk: Desk, revision: int) -> int:
    teams = [TeamId(f"bench-{number:02d}") for number in range(tickets.TEAMS)]
    return sum(_walk(desk, each) for each in walks(revision, teams))


def _walk(desk: Desk, wanted: Walk) -> int:
    while not (progress := recomputing.walk(desk, wanted)).finished:
        pass
    return progress.changed


@click.command()
@click.option("--n", "count", default=5000, show_default=True, help="Open tickets.")
def main(count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder, Stand(Path(folder)) as stand:
        client = stand.aws("dynamodb")
        with quiet_stream(client, stand.aws("lambda"), TABLE):
            heads = loaded(client, count)
            meter = Meter({TABLE: indexes(client.describe_table, TABLE)}, [(TABLE, head) for head in heads])
            watched = Watched(stand)
            desk = desk_over(watched)
            revision = stricter(desk)
            watched.calls.clear()
            busy, began = time.process_time(), time.monotonic()
            changed = walk_all(desk, revision)
            busy, took = time.process_time() - busy, time.monotonic() - began
    _say(changed, watched.calls, meter.units(watched.calls), busy, took)


def _say(changed: int, calls: Sequence[Call], units: Units, busy: float, took: float) -> None:
    requests = {name: round(number / changed, 2) for name, number in Counter(call.operation for call in calls).items()}
    one = busy / changed
    away = 2 * MILLISECONDS_AWAY / 1000 / recomputing.SIDE_BY_SIDE
    all_of_them = timedelta(seconds=round(max(one, away) * 100_000 / WALKERS))
    click.echo(f"{changed} tickets by one walker after another in {took:.0f} s, {changed / took:.0f} a second")
    click.echo(f"a ticket: {one * 1000:.2f} ms of processor, requests {requests}")
    click.echo(f"a ticket: {units.read / changed:.1f} RCU, {units.write / changed:.1f} WCU")
    click.echo(f"100 000 tickets on {WALKERS} functions: {all_of_them}")


if __name__ == "__main__":
    main()
