"""Give waiting tickets to people, one after the other within a team."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.foundation.edge.batch import in_order
from helpdesk.foundation.kernel.vocabulary import TicketId


def assign(body: str) -> list[TicketId]:
    return assignment.run(desk(), msgspec.json.decode(body, type=Errand))


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], assign)
