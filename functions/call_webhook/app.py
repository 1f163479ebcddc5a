"""A ladder's step calls other systems: tell them, signed, of the fact as it is on the bus.

What one of them did not take comes back after a while, told since when it was tried.
"""

from typing import Any

import msgspec
from helpdesk.actions import webhooks
from helpdesk.domain.vocabulary import TicketId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import Fact, consumes


def call(fact: Fact, again: webhooks.Again | None) -> int:
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
