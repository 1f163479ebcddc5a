"""A desk in memory, and the state machines whose functions work at it."""

from collections.abc import Callable, Iterator

import pytest
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk

from tests.builders.intake import open_ticket
from tests.workflows.machines import Machines, running


@pytest.fixture
def desk(memory_desk: Desk, serve: Callable[[Desk], None]) -> Desk:
    serve(memory_desk)
    return memory_desk


@pytest.fixture(scope="module")
def running_machines() -> Iterator[Machines]:
    with running() as made:
        yield made


@pytest.fixture
def machines(running_machines: Machines) -> Machines:
    """Making them takes a second, so that the tests of a module share them."""
    running_machines.forget()
    return running_machines


@pytest.fixture
def ticket(desk: Desk) -> Ticket:
    """A ticket whose first warning is to come."""
    return open_ticket(desk)
