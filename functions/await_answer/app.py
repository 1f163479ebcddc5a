"""Keep the token of a ladder that waits, so that whoever acknowledges the ticket can end it."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.ladders import actions as escalation
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel.vocabulary import TicketId


class Wait(msgspec.Struct, frozen=True):
    ticket_id: str
    climb: str
    token: str


def handler(event: dict[str, Any], _context: Any) -> None:
    wait = msgspec.convert(event, Wait)
    escalation.wait_for_answer(desk(), TicketId(wait.ticket_id), wait.climb, wait.token)
    logger.info("waiting", extra={"ticket_id": wait.ticket_id, "climb": wait.climb})  # a token is no word for a log
