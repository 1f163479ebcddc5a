"""Every machine has an example of what it is started with."""

from tests.samples import EVENTS
from tests.workflows.machines import WORKFLOWS


def test_every_machine_has_an_example():
    machines = {path.name.partition(".")[0] for path in WORKFLOWS.glob("*.asl.yaml")}
    assert {path.name.partition(".")[0] for path in (EVENTS / "workflows").glob("*.json")} == machines
