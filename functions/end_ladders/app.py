"""Ladders of a ticket ended, because somebody answers for it or it is done: end the workflows that wait."""

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.vocabulary import TicketId


def end(fact: Delivery) -> int:
    return escalation.end(desk(), TicketId(fact.metadata.ticket_id), fact.data["climbs"])


handler = consumes(end)
