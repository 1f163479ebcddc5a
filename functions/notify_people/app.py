"""Tell those whom a fact concerns."""

from helpdesk.assembly.desk import desk
from helpdesk.assembly.letters import LETTERS
from helpdesk.assembly.ways import WAYS
from helpdesk.channels.chat.hooks import is_there
from helpdesk.channels.notices.actions import notification
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.vocabulary import TicketId


def notify(fact: Delivery) -> int:
    meta = fact.metadata
    ticket = TicketId(meta.ticket_id)
    return notification.notify(desk(), LETTERS, WAYS, ticket, meta.ticket_version, meta.id, is_there)


handler = consumes(notify)
