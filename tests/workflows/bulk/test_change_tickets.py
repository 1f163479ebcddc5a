"""change_tickets: part after part until all are done; what cannot be gone on with is stopped."""

from typing import Any

import pytest
from helpdesk.capabilities.bulk import rules
from helpdesk.capabilities.bulk.rules import Errand, Item, Job, Moved, Stage, Wanted, parted
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from msgspec.structs import asdict

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.samples import workflow
from tests.workflows.machines import Machines


@pytest.fixture
def begun(desk: Desk, ticket: Ticket, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the machine is started with: one ticket of three parts is there."""
    monkeypatch.setattr(rules, "PART", 1)
    (ada,) = staff(desk, an_agent("Ada"))
    wanted = Wanted(move=Moved(state="pending"))
    job = Job(id="01J", by=ada.id, at=desk.clock.now(), wanted=wanted, total=3, said=Stage.RUNNING)
    desk.bulk.jobs.put(job, parted(Item(id=TicketId(which)) for which in (ticket.id, "HD-80000088", "HD-80000099")))
    return asdict(Errand(by=ada.id, job="01J", part=0))


def test_the_example_is_what_it_is_started_with(begun: dict[str, Any]):
    assert workflow("change_tickets.begun").keys() == begun.keys()


def test_it_goes_on_until_all_are_done(desk: Desk, machines: Machines, ticket: Ticket, begun: dict[str, Any]):
    machines.fault = lambda _: RuntimeError("broken") if len(machines.called) == 2 else None
    assert machines.run("change_tickets", begun).status == "SUCCEEDED"
    assert [each["part"] for each in machines.called] == [0, 1, 1, 2]
    job = desk.bulk.jobs.get(begun["by"], "01J")
    assert job
    assert (job.stage, job.counts.changed, job.counts.refused) == (Stage.DONE, 1, 2)
    assert desk.tickets.get(ticket.id).state == "pending"


def test_where_it_cannot_go_on_it_is_stopped(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.fault = lambda given: RuntimeError("broken") if given["part"] == 1 and not given["stop"] else None
    run = machines.run("change_tickets", begun)
    assert (run.status, run.error) == ("FAILED", "ChangeFailed")
    job = desk.bulk.jobs.get(begun["by"], "01J")
    assert job
    assert (job.stage, job.parts_done) == (Stage.STOPPED, 1)
