"""A ladder was set up on a ticket: start the workflow that climbs it."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.vocabulary import TicketId


def start(fact: Delivery) -> bool:
    return escalation.start(desk(), TicketId(fact.metadata.ticket_id), str(fact.data["climb"]))


handler = consumes(start)
