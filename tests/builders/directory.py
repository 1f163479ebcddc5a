"""People. A test names what matters to it; the rest is as on any other day."""

from typing import Any

from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.kernel.vocabulary import PersonId, Role


def a_requester(name: str = "Rita", **more: Any) -> Person:
    return a_person(name, **more)


def an_agent(name: str = "Ada", **more: Any) -> Person:
    return a_person(name, **{"role": Role.AGENT, "teams": (SERVICE_DESK,)} | more)


def a_person(name: str, **more: Any) -> Person:
    address = f"{name.lower()}@people.example"
    return Person(**{"id": PersonId(name.lower()), "name": name, "email": address} | more)
