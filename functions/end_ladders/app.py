"""Ladders of a ticket ended, because somebody answers for it or it is done: end the workflows that wait."""

from helpdesk.actions import escalation
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def end(fact: Fact) -> int:
    return escalation.end(desk(), TicketId(fact.metadata.ticket_id), fact.data["climbs"])


handler = consumes(end)
