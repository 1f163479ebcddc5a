"""A ladder was set up on a ticket: start the workflow that climbs it."""

from helpdesk.actions import escalation
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def start(fact: Fact) -> bool:
    return escalation.start(desk(), TicketId(fact.metadata.ticket_id), str(fact.data["climb"]))


handler = consumes(start)
