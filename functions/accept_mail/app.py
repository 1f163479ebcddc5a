"""Mail came in: let it wait in the line of its sender's domain.

The mail service tells of it without one, and a line for all would let everybody wait for a flood.
"""

import json
from typing import Any

from helpdesk.assembly.desk import desk
from helpdesk.channels.mail.rules.arrival import arrival_of
from helpdesk.foundation.edge.logging import logger


def handler(event: dict[str, Any], _context: Any) -> None:
    for record in event["Records"]:
        arrival = arrival_of(json.loads(record["Sns"]["Message"]))
        if arrival:
            desk().mail.arrivals.send(arrival)
        logger.info("accepted", extra={"mail": arrival.id if arrival else None})
