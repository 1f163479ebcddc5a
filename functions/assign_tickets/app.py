"""Give waiting tickets to people, one after the other within a team."""

from typing import Any

import msgspec
from helpdesk.actions import assignment
from helpdesk.domain.errands import Errand
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.batch import in_order
from helpdesk.entrypoints.runtime import desk


def assign(body: str) -> list[TicketId]:
    return assignment.run(desk(), msgspec.json.decode(body, type=Errand))


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], assign)
