"""Functions that are told one thing and do it: consumers of the bus and tasks of workflows."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel.vocabulary import Role

T = TypeVar("T")

Handler = Callable[[dict[str, Any], Any], Any]


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as the bus delivers it."""

    type: str
    metadata: "Metadata"
    data: Mapping[str, Any]


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What every fact says of itself. `version` is that of the schema of its event."""

    id: str
    version: int
    ticket_id: str
    ticket_version: int
    occurred_at: str
    region: str
    correlation_id: str
    causation_id: str
    actor: "Doer"
    public: bool
    topics: tuple[str, ...]
    wake_at: str | None
    arm: bool
    assign: bool
    attachments: bool
    watched: tuple[str, ...] = ()
    """Those of the topics that somebody may be watching in the region where it is told; left out when nobody is."""


class Doer(msgspec.Struct, frozen=True, kw_only=True):
    """Who did it: an id of the directory or `system:<part>`, and their role. Never a name."""

    id: str
    role: Role


def consumes(act: Callable[[Delivery], object]) -> Handler:
    """A consumer of the bus: one fact a call, faults raised so that the platform retries and then keeps the fact."""

    def handler(event: dict[str, Any], _context: Any) -> None:
        fact = msgspec.convert({"type": event["detail-type"], **event["detail"]}, Delivery)
        meta = fact.metadata
        logger.append_keys(ticket_id=meta.ticket_id, correlation_id=meta.correlation_id, entry_id=meta.id)
        logger.info("consumed", extra={"type": fact.type, "outcome": act(fact)})

    return handler


def does(kind: type[T], act: Callable[[T], Mapping[str, Any]]) -> Handler:
    """A task of a workflow: its input as `kind`, its outcome as the state's result."""

    def handler(event: dict[str, Any], _context: Any) -> Mapping[str, Any]:
        result = act(msgspec.convert(event, kind))
        logger.info("done", extra={"input": event, "outcome": dict(result)})
        return result

    return handler
