"""Give waiting tickets to people, one after the other within a team."""

import json
from typing import Any

from helpdesk.actions import assignment
from helpdesk.domain.vocabulary import PersonId, TeamId, TicketId
from helpdesk.entrypoints.batch import in_order
from helpdesk.entrypoints.runtime import desk


def assign(body: str) -> list[TicketId]:
    """A message names a ticket to look at, somebody whose availability changed, or nothing but a team."""
    message = json.loads(body)
    team = TeamId(message["team"])
    if "person" in message:
        return assignment.came_or_left(desk(), PersonId(message["person"]), team)
    if "ticket_id" not in message:
        return assignment.room_made(desk(), team)
    return assignment.assign(desk(), TicketId(message["ticket_id"]), team)


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], assign)
