"""Mail those whom a fact concerns."""

from helpdesk.actions import notification
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def notify(fact: Fact) -> int:
    meta = fact.metadata
    return notification.notify(desk(), TicketId(meta.ticket_id), meta.ticket_version, meta.id)


handler = consumes(notify)
