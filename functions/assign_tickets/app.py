"""Give waiting tickets to people, one after the other within a team."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.foundation.edge.batch import in_order


def assign(body: str) -> dict[str, Any]:
    looked: dict[str, Any] = msgspec.to_builtins(assignment.run(desk(), msgspec.json.decode(body, type=Errand)))
    return looked


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], assign)
