"""Read mails that came in, one after the other of a sender: each becomes one message, or is put aside with a reason."""

from typing import Any

from helpdesk.assembly.desk import desk
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.foundation.edge.batch import in_order
from helpdesk.foundation.kernel import encoding


def read(body: str) -> str:
    return receive(desk(), encoding.decode(Arrival, body)).value


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return in_order(event["Records"], read)
