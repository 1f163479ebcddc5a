"""Functions at work: a desk in memory behind them, and the gateway before them."""

from collections.abc import Callable

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Contact, Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import a_requester, an_agent
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.gateway import Gateway


@pytest.fixture
def desk(memory_desk: Desk, serve: Callable[[Desk], None]) -> Desk:
    """The desk that the functions of this test work at."""
    serve(memory_desk)
    return memory_desk


@pytest.fixture
def http(desk: Desk) -> Gateway:
    return Gateway()


@pytest.fixture
def ada(desk: Desk) -> Person:
    """An agent of the service desk."""
    return staff(desk, an_agent("Ada"))[0]


@pytest.fixture
def lea(desk: Desk) -> Person:
    """A lead of the service desk."""
    return staff(desk, an_agent("Lea", role=Role.LEAD))[0]


@pytest.fixture
def rita(desk: Desk) -> Person:
    """Somebody who asks."""
    person = a_requester("Rita")
    desk.directory.put_person(person)
    return person


@pytest.fixture
def acme(desk: Desk) -> Organization:
    """An organization with a plan, two mail domains and somebody to speak to."""
    spoc = Contact(name="Sam", email="sam@acme.example")
    return an_organization(desk, plan="gold", domains=("acme.example", "acme.test"), spoc=spoc)


@pytest.fixture
def mallory(desk: Desk) -> Person:
    """Somebody else who asks."""
    person = a_requester("Mallory")
    desk.directory.put_person(person)
    return person


@pytest.fixture
def ticket(http: Gateway, rita: Person) -> str:
    """The id of a ticket that Rita opened."""
    reply = http.post("/api/tickets", {"subject": "The printer is on fire", "description": "It smokes."}, by=rita)
    return str(reply.body["id"])
