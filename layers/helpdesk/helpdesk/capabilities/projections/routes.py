"""What the projections' queue holds: facts as the bus tells them, and once a day that it is time to tidy up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpdesk.capabilities.numbers.actions import gathering
from helpdesk.capabilities.numbers.actions import projecting as numbers
from helpdesk.capabilities.search.actions import projecting as search
from helpdesk.capabilities.search.actions import tidying
from helpdesk.core.tickets.actions import reading
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


class _Told(msgspec.Struct, frozen=True):
    ticket_id: TicketId
    ticket_version: int


class _Detail(msgspec.Struct, frozen=True):
    metadata: _Told


class _Message(msgspec.Struct, frozen=True):
    """Of a fact no more than whose it is: what stands there now is read."""

    detail: _Detail | None = None
    tidy: bool = False

    def __post_init__(self) -> None:
        if not self.tidy and self.detail is None:
            raise ValueError("It says nothing of a ticket.")


def projects(desk: Callable[[], Desk]) -> Handler:
    """A batch of messages: tickets once each. What failed comes again, and nothing else does."""

    def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
        messages = {record["messageId"]: record["body"] for record in event["Records"]}
        failed = _projected(desk(), messages)
        return {"batchItemFailures": [{"itemIdentifier": message_id} for message_id in failed]}

    return handler


def _projected(desk: Desk, bodies: dict[str, str]) -> list[str]:
    told: dict[str, _Told] = {}
    failed: list[str] = []
    for message_id, body in bodies.items():
        try:
            message = msgspec.json.decode(body, type=_Message)
            if message.detail:
                told[message_id] = message.detail.metadata
            else:
                _tidied(desk)
        except Exception:  # noqa: BLE001 - one bad message must not fail its batch
            logger.exception("message failed", extra={"message_id": message_id})
            failed.append(message_id)
    return failed + _tickets_projected(desk, told)


def _tidied(desk: Desk) -> None:
    logger.info("tidied", extra={"packs": tidying.tidy(desk), "gathered": gathering.gather_all(desk)})


def _tickets_projected(desk: Desk, told: dict[str, _Told]) -> list[str]:
    wanted: dict[TicketId, int] = {}
    for each in told.values():
        wanted[each.ticket_id] = max(each.ticket_version, wanted.get(each.ticket_id, 0))
    read, unread = reading.as_told(desk, wanted)
    unwritten = dict(unread) | dict(search.project(desk, read)) | dict(numbers.project(desk, read))
    for ticket_id, error in unwritten.items():
        logger.error("ticket was not projected", extra={"ticket_id": ticket_id}, exc_info=error)
    logger.info("projected", extra={"messages": len(told), "tickets": len(wanted) - len(unwritten)})
    return [message_id for message_id, each in told.items() if each.ticket_id in unwritten]
