"""Assignment has to look at a ticket: put it into the line of every team it touches.

A rule's own queue target knows one line for all teams.
"""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId


def queue(fact: Delivery) -> list[str]:
    """The team it left has somebody with less to do, the team it came to one more to do."""
    meta = fact.metadata
    teams = [topic.removeprefix("team:") for topic in meta.topics if topic.startswith("team:")]
    each(teams, lambda team: desk().assignment.queue.send(_errand(team, meta.ticket_id), meta.id))
    return teams


def _errand(team: str, ticket_id: str) -> Errand:
    return Errand(team=TeamId(team), ticket_id=TicketId(ticket_id))


handler = consumes(queue)
