"""sweep_timers: every shard is looked at, whatever happens to one of them."""

import json
from pathlib import Path

import pytest
from helpdesk.capabilities.timers.rules.horizon import HORIZON
from helpdesk.core.tickets.rules.listing import SHARDS
from helpdesk.foundation.desk import Desk

from infra import templates
from tests.builders.intake import open_ticket
from tests.samples import workflow
from tests.workflows.machines import Machines

TEMPLATE = Path(__file__).parents[3] / "infra" / "timers.yaml"
SCHEDULED = workflow("sweep_timers.scheduled")


def test_the_schedule_names_every_shard():
    machine = templates.read(TEMPLATE)["Resources"]["SweepTimersMachine"]["Properties"]
    assert json.loads(machine["Events"]["Schedule"]["Properties"]["Input"]) == SCHEDULED
    assert SCHEDULED["shards"] == list(range(SHARDS))


def test_each_shard_is_looked_at_once(desk: Desk, machines: Machines):
    run = machines.run("sweep_timers", SCHEDULED)
    assert run.status == "SUCCEEDED"
    assert run.output == [{"shard": number, "started": 0} for number in range(8)]
    assert sorted(machines.called, key=lambda event: event["shard"]) == [{"shard": number} for number in range(8)]


def test_every_ticket_that_wakes_soon_gets_a_timer(desk: Desk, machines: Machines):
    tickets = [open_ticket(desk) for _ in range(40)]
    assert sum(part["started"] for part in machines.run("sweep_timers", SCHEDULED).output) == 0
    desk.clock.set(tickets[0].promise.wake_at - HORIZON)
    parts = machines.run("sweep_timers", SCHEDULED).output
    assert sum(part["started"] for part in parts) == 40
    assert all(part["started"] for part in parts)
    assert {timer.ticket_id for timer in desk.timers.executions.started.values()} == {ticket.id for ticket in tickets}


def test_a_shard_that_fails_once_is_asked_again(desk: Desk, machines: Machines):
    def fault(event: dict[str, int]) -> Exception | None:
        return RuntimeError("broken") if event["shard"] == 3 and machines.called.count(event) == 1 else None

    machines.fault = fault
    assert machines.run("sweep_timers", SCHEDULED).status == "SUCCEEDED"
    assert len(machines.called) == 9


def test_a_shard_that_fails_for_good_makes_the_sweep_fail(desk: Desk, machines: Machines):
    machines.fault = lambda event: RuntimeError("broken") if event["shard"] == 7 else None
    run = machines.run("sweep_timers", SCHEDULED)
    assert (run.status, run.error) == ("FAILED", "SweepFailed")
    assert machines.called.count({"shard": 7}) == 5


@pytest.mark.parametrize("bad", range(SHARDS))
def test_a_shard_that_fails_keeps_no_other_from_its_sweep(desk: Desk, machines: Machines, bad: int):
    machines.fault = lambda event: RuntimeError("broken") if event["shard"] == bad else None
    assert machines.run("sweep_timers", SCHEDULED).status == "FAILED"
    assert {event["shard"] for event in machines.called} == set(range(SHARDS))


def test_from_sweep_to_breach(desk: Desk, machines: Machines):
    """What the sweep starts is what the timer machine takes, wake after wake."""
    ticket = open_ticket(desk)
    for _ in range(2):
        desk.clock.set(desk.tickets.get(ticket.id).promise.wake_at)
        machines.run("sweep_timers", SCHEDULED)
        timer = list(desk.timers.executions.started.values())[-1]
        given = {"ticket_id": timer.ticket_id, "wake_at": timer.wake_at.isoformat(), "wait_seconds": timer.seconds}
        assert machines.run("ticket_timer", given).status == "SUCCEEDED"
    assert [entry.type for entry in desk.tickets.entries(ticket.id)][1:] == [
        "ClockWarned",
        "ClockBreached",
        "TicketEscalated",
    ]
