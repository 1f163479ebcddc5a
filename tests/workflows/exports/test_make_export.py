"""make_export: a table is made, tried again, and where that does not help it is said to have failed."""

from typing import Any

import pytest
from helpdesk.capabilities.exports.rules.export import Errand, Export, Format, Stage, Wanted
from helpdesk.foundation.desk import Desk
from msgspec.structs import asdict

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.samples import workflow
from tests.workflows.machines import Machines


@pytest.fixture
def begun(desk: Desk) -> dict[str, Any]:
    """What the machine is started with."""
    (ada,) = staff(desk, an_agent("Ada"))
    wanted = Wanted(format=Format.CSV, name="tickets")
    desk.exports.exports.put(Export(id="01E", by=ada.id, at=desk.clock.now(), wanted=wanted))
    return asdict(Errand(by=ada.id, export="01E"))


def test_the_example_is_what_it_is_started_with(begun: dict[str, Any]):
    assert workflow("make_export.begun").keys() == begun.keys()


def test_it_is_made_when_it_is_tried_again(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.fault = lambda _: RuntimeError("broken") if len(machines.called) == 1 else None
    assert machines.run("make_export", begun).status == "SUCCEEDED"
    found = desk.exports.exports.get(begun["by"], "01E")
    assert found
    assert found.stage is Stage.DONE


def test_what_cannot_be_made_has_failed(desk: Desk, machines: Machines, begun: dict[str, Any]):
    machines.fault = lambda given: None if given["failed"] else RuntimeError("broken")
    run = machines.run("make_export", begun)
    assert (run.status, run.error) == ("FAILED", "ExportFailed")
    found = desk.exports.exports.get(begun["by"], "01E")
    assert found
    assert found.stage is Stage.FAILED
