"""A ticket waits for a person: put it into its team's line. A rule's own queue target knows one line for all teams."""

import json

from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def queue(fact: Fact) -> str:
    team = str(fact.data["team"])
    body = json.dumps({"ticket_id": fact.metadata.ticket_id, "team": team})
    desk().assignment_queue.send(team, fact.metadata.id, body)
    return team


handler = consumes(queue)
