"""Organizations that a desk knows. A test names what matters to it; the rest is as on any other day."""

from typing import Any

from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk


def an_organization(desk: Desk, **more: Any) -> Organization:
    """An organization that the desk knows."""
    made = Organization(**{"id": "acme", "name": "Acme", "version": 1} | more)
    desk.organizations.put(made)
    return made
