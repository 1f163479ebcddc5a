"""replay_tickets: part after part until all are played; what cannot be gone on with has failed."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.capabilities.what_if import rules
from helpdesk.capabilities.what_if.rules import Errand, Stage, WhatIf
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role
from msgspec.structs import asdict

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.samples import workflow
from tests.workflows.machines import Machines

HASTY = {"id": "hasty", "targets": {"first_response": {"*": {"seconds": 60, "business": False}}}}


@pytest.fixture
def begun(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the machine is started with: three tickets, of which each is a part."""
    monkeypatch.setattr(rules, "PART", 1)
    (ada,) = staff(desk, an_agent("Ada", role=Role.ADMIN))
    start = desk.clock.now()
    for _ in range(3):
        projections.found(desk, open_ticket(desk).id)
        desk.clock.advance(timedelta(minutes=5))  # type: ignore[attr-defined]
    now = desk.clock.now()
    desk.what_if.what_ifs.put(WhatIf(id="01W", by=ada.id, at=now, policy=HASTY, start=start, end=now, total=3))
    return asdict(Errand(by=ada.id, what_if="01W"))


def what_if(desk: Desk, begun: dict[str, Any]) -> WhatIf:
    found = desk.what_if.what_ifs.get(begun["by"], "01W")
    assert found
    return found


def test_the_example_is_what_it_is_started_with(begun: dict[str, Any]):
    assert workflow("replay_tickets.begun").keys() == begun.keys()


def test_it_goes_on_until_all_are_played_each_once(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.fault = lambda _: RuntimeError("broken") if len(machines.called) == 2 else None
    assert machines.run("replay_tickets", begun).status == "SUCCEEDED"
    found = what_if(desk, begun)
    assert (found.stage, found.seen, found.part) == (Stage.DONE, 3, 3)
    assert [(row.tickets, row.before, row.after) for row in found.rows] == [(3, 0, 3)]


def test_what_cannot_be_gone_on_with_has_failed(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.fault = lambda given: RuntimeError("broken") if len(machines.called) > 1 and not given["failed"] else None
    run = machines.run("replay_tickets", begun)
    assert (run.status, run.error) == ("FAILED", "ReplayFailed")
    assert (what_if(desk, begun).stage, what_if(desk, begun).seen) == (Stage.FAILED, 1)


def test_what_was_done_is_not_begun_again(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.run("replay_tickets", begun)
    before = what_if(desk, begun)
    assert machines.run("replay_tickets", begun).status == "SUCCEEDED"
    assert what_if(desk, begun) == before
