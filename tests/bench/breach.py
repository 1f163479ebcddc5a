"""From the instant a promise is broken to its effect: through stream, bus, timer and ring, in real time."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from helpdesk.channels.intake.rules.opening import Draft
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.dynamodb.items import entry_of
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Scale

from tests.bench import tickets
from tests.bench.accounts import TABLE, Accounts, Counts
from tests.bench.stand import PATIENCE_SECONDS, Stand

AHEAD = timedelta(seconds=4)
# P1 is answered within half an hour, whatever the hour; its warning comes before.
TARGET = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaches:
    """`counts` are of all of them: their timers, their rings, and what a broken promise sets off."""

    late_ms: list[float]
    transitions: int
    counts: Counts


def breaches(stand: Stand, accounts: Accounts, count: int) -> Breaches:
    """Tickets as they stand some seconds before the first answer is due; nobody answers."""
    ids = [f"HD-8BREAC{number:02d}" for number in range(count)]
    stand.settle()
    with stand.counted() as calls:
        late = _seen(stand, ids)
    counts = accounts.counts(calls, browser_requests=0)
    return Breaches(late_ms=sorted(late), transitions=_transitions(stand.aws("stepfunctions"), ids[0]), counts=counts)


def _seen(stand: Stand, ids: Sequence[str]) -> list[float]:
    client = stand.aws("dynamodb")
    due = datetime.now(UTC) + AHEAD
    for number, ticket_id in enumerate(ids):
        made = _nearly_due(ticket_id, due + number * timedelta(seconds=0.3))
        tickets.write(client, TABLE, made.items())
    deadline = time.monotonic() + AHEAD.total_seconds() + PATIENCE_SECONDS
    late: dict[str, float] = {}
    while len(late) < len(ids) and time.monotonic() < deadline:
        time.sleep(0.2)
        for ticket_id in set(ids) - late.keys():
            if (found := _late_ms(client, ticket_id)) is not None:
                late[ticket_id] = found
    return list(late.values())


def _nearly_due(ticket_id: str, due: datetime) -> tickets.Desk:
    """The ticket with its warning already given, so that the breach is what it wakes for."""
    made = tickets.Desk(ticket_id, due - TARGET)
    requester = Person(id=PersonId("bench-late"), name="Lena Late", email="late@bench.example")
    draft = Draft(
        subject="Nobody answers",
        description="Nobody answers",
        channel=Channel.API,
        category="other",
        impact=Scale.HIGH,
        urgency=Scale.HIGH,
    )
    made.create(draft, requester)
    made.ring(due - AHEAD)
    return made


def _late_ms(client: Any, ticket_id: str) -> float | None:
    key = {":pk": {"S": f"T#{ticket_id}"}}
    found = client.query(TableName=TABLE, KeyConditionExpression="pk = :pk", ExpressionAttributeValues=key)
    entries = [entry_of(item) for item in found["Items"] if item.get("type", {}).get("S") == "ClockBreached"]
    if not entries:
        return None
    return (entries[0].at - datetime.fromisoformat(entries[0].event.due_at)) / timedelta(milliseconds=1)


def _transitions(client: Any, ticket_id: str) -> int:
    """States entered by the timers of a ticket."""
    machines = client.list_state_machines()["stateMachines"]
    (arn,) = (machine["stateMachineArn"] for machine in machines if machine["name"].endswith("ticket_timer"))
    executions = client.list_executions(stateMachineArn=arn)["executions"]
    histories = (
        client.get_execution_history(executionArn=execution["executionArn"])["events"]
        for execution in executions
        if execution["name"].startswith(ticket_id)
    )
    return sum(event["type"].endswith("StateEntered") for history in histories for event in history)
