"""A ladder's step calls other systems: tell them, signed, of the fact as it is on the bus.

What one of them did not take comes back after a while, told since when it was tried.
"""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.channels.webhooks import actions as webhooks
from helpdesk.foundation.edge.task import Delivery, consumes
from helpdesk.foundation.kernel.vocabulary import TicketId


def call(fact: Delivery, again: webhooks.Again | None) -> int:
    meta = fact.metadata
    told = webhooks.Told(
        ticket_id=TicketId(meta.ticket_id),
        version=meta.ticket_version,
        entry_id=meta.id,
        body=msgspec.json.encode(fact).decode(),
    )
    event = {"detail-type": fact.type, "detail": {"metadata": msgspec.to_builtins(meta), "data": fact.data}}
    return webhooks.call(desk(), told, event, again)


def handler(event: dict[str, Any], context: Any) -> None:
    again = msgspec.convert(event.get("again"), webhooks.Again | None)
    consumes(lambda fact: call(fact, again))(event, context)
