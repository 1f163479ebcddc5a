"""recompute_clocks: after a change of settings every walk goes on until it is finished."""

from typing import Any

import pytest
from helpdesk.capabilities.sla import actions as sla_settings
from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec import convert
from msgspec.structs import asdict

from tests.builders.directory import a_person, an_agent
from tests.builders.sla import a_document
from tests.builders.staffing import staff
from tests.samples import workflow
from tests.workflows.machines import Machines

ALEX = a_person("Alex", role=Role.ADMIN)


@pytest.fixture
def saved(desk: Desk) -> dict[str, Any]:
    """What the machine is started with after settings were saved."""
    staff(desk, an_agent())
    sla_settings.save(desk, ALEX.as_actor(), a_document(), 0)
    ((name, walks),) = desk.timers.recomputing.recomputed.items()
    return {"wait_seconds": desk.timers.recomputing.waits[name], "walks": [asdict(walk) for walk in walks]}


def test_the_example_is_what_it_is_started_with(saved: dict[str, Any]):
    example = workflow("recompute_clocks.saved")
    assert example.keys() == saved.keys()
    assert example["walks"][0].keys() == saved["walks"][0].keys()


def test_open_tickets_follow_the_settings(desk: Desk, machines: Machines, ticket: Ticket, saved: dict[str, Any]):
    run = machines.run("recompute_clocks", saved)
    assert (run.status, machines.waits) == ("SUCCEEDED", [saved["wait_seconds"]])
    assert all(part["finished"] for part in run.output)
    assert (ticket.policy, desk.tickets.get(ticket.id).policy) == ("standard@1", "plain@1")


def test_a_walker_that_fails_is_asked_again(desk: Desk, machines: Machines, saved: dict[str, Any]):
    machines.fault = lambda _: RuntimeError("broken") if len(machines.called) <= 2 else None
    assert machines.run("recompute_clocks", saved).status == "SUCCEEDED"
    assert len(machines.called) == len(saved["walks"]) + 2


@pytest.mark.parametrize("bad", [0, 7, 12])
def test_a_walk_that_fails_ends_none_of_the_others(
    desk: Desk, machines: Machines, ticket: Ticket, saved: dict[str, Any], bad: int
):
    walks = saved["walks"]
    fails = (walks[bad]["team"], walks[bad]["part"])
    machines.fault = lambda walk: RuntimeError("broken") if (walk["team"], walk["part"]) == fails else None
    run = machines.run("recompute_clocks", saved)
    assert (run.status, run.error) == ("FAILED", "RecomputationFailed")
    progress = [desk.timers.walks.progress(convert(walk, Walk)) for walk in walks]
    assert [number for number, each in enumerate(progress) if not each.finished] == [bad]


def test_what_fails_for_good_ends_in_a_named_failure(desk: Desk, machines: Machines, saved: dict[str, Any]):
    machines.fault = lambda _: RuntimeError("broken")
    run = machines.run("recompute_clocks", saved)
    assert (run.status, run.error) == ("FAILED", "RecomputationFailed")
