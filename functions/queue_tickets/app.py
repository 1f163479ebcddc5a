"""Assignment has to look at a ticket: put it into the line of every team it touches.

A rule's own queue target knows one line for all teams.
"""

import json

from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def queue(fact: Fact) -> list[str]:
    """The team it left has somebody with less to do, the team it came to one more to do."""
    teams = [topic.removeprefix("team:") for topic in fact.metadata.topics if topic.startswith("team:")]
    for team in teams:
        body = json.dumps({"ticket_id": fact.metadata.ticket_id, "team": team})
        desk().assignment_queue.send(team, fact.metadata.id, body)
    return teams


handler = consumes(queue)
