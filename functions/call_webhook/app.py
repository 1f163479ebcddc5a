"""A ladder's step calls other systems: tell them, signed, of the fact as it is on the bus."""

import msgspec
from helpdesk.actions import escalation
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def call(fact: Fact) -> int:
    meta = fact.metadata
    body = msgspec.json.encode(fact).decode()
    return escalation.call_webhooks(desk(), TicketId(meta.ticket_id), meta.ticket_version, meta.id, body)


handler = consumes(call)
