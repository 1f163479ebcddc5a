"""Give waiting tickets to people, one after the other within a team."""

import json
from typing import Any

from helpdesk.actions import assignment
from helpdesk.domain.vocabulary import TeamId, TicketId
from helpdesk.entrypoints.batch import in_order
from helpdesk.entrypoints.runtime import desk


def assign(body: str) -> str | None:
    waiting = json.loads(body)
    outcome = assignment.assign(desk(), TicketId(waiting["ticket_id"]), TeamId(waiting["team"]))
    return outcome.ticket.assignee


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], assign)
